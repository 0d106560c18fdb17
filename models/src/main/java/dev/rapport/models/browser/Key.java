package dev.rapport.models.browser;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A key of a keyboard.
 *
 * @param name the DOM key value, for example {@code a} or {@code Enter}
 * @param code the Windows virtual key code, 0 where none is known
 * @param text what it types, empty for none
 * @param shift whether shift is held
 */
public record Key(String name, int code, String text, boolean shift) {
    /** Moves the focus on. */
    public static final Key TAB = new Key("Tab", 9, "", false);
    /** Moves the focus back. */
    public static final Key BACK_TAB = new Key("Tab", 9, "", true);
    /** Activates or submits. */
    public static final Key ENTER = new Key("Enter", 13, "\r", false);
    /** Activates or checks. */
    public static final Key SPACE = new Key(" ", 32, " ", false);
    /** Deletes backwards. */
    public static final Key BACKSPACE = new Key("Backspace", 8, "", false);
    /** Closes. */
    public static final Key ESCAPE = new Key("Escape", 27, "", false);
    /** Next value or line. */
    public static final Key DOWN = new Key("ArrowDown", 40, "", false);
    /** Previous value or line. */
    public static final Key UP = new Key("ArrowUp", 38, "", false);
    /** Right or larger. */
    public static final Key RIGHT = new Key("ArrowRight", 39, "", false);
    /** Left or smaller. */
    public static final Key LEFT = new Key("ArrowLeft", 37, "", false);
    /** A screen down. */
    public static final Key PAGE_DOWN = new Key("PageDown", 34, "", false);
    /** A screen up. */
    public static final Key PAGE_UP = new Key("PageUp", 33, "", false);

    /** The key that types {@code character}. */
    public static Key of(char character) {
        String text = String.valueOf(character);
        int code = Character.isLetterOrDigit(character) && character < 128
                ? text.toUpperCase(Locale.ROOT).charAt(0)
                : 0;
        return new Key(text, code, text, Character.isUpperCase(character));
    }

    Map<String, Object> event(boolean down) {
        Map<String, Object> event = new HashMap<>();
        event.put("type", down ? (text.isEmpty() ? "rawKeyDown" : "keyDown") : "keyUp");
        event.put("key", name);
        event.put("windowsVirtualKeyCode", code);
        event.put("modifiers", shift ? 8 : 0);
        if (down && !text.isEmpty()) {
            event.put("text", text);
            event.put("unmodifiedText", text);
        }
        String physical = physical();
        if (!physical.isEmpty()) {
            event.put("code", physical);
        }
        return event;
    }

    private String physical() {
        if (name.length() > 1) {
            return name;
        }
        char first = Character.toUpperCase(name.charAt(0));
        if (first >= 'A' && first <= 'Z') {
            return "Key" + first;
        }
        if (first >= '0' && first <= '9') {
            return "Digit" + first;
        }
        return first == ' ' ? "Space" : "";
    }
}
