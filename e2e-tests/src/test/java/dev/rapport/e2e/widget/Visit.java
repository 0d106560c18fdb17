package dev.rapport.e2e.widget;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.rapport.e2e.support.Hands;
import dev.rapport.frame.SignalKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The visit written down on a specification page, in its {@code <script type="text/plain" id="visit">}: one step a line
 * ({@code click SELECTOR [times gap]}, {@code type SELECTOR text}, {@code wait ms} …), then what must be reported ({@code
 * expect KIND [element]}), what must not ({@code never [KIND]}), and how many milliseconds the widget may take in any second
 * ({@code cost MS}).
 */
final class Visit {
    private final List<String[]> steps;

    private Visit(List<String[]> steps) {
        this.steps = steps;
    }

    /** Reads a visit; an unknown step is an error when it is played. */
    static Visit parse(String text) {
        return new Visit(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" +"))
                .toList());
    }

    /** True when the page is only reached from another one. */
    boolean visitedByAnother() {
        return steps.getFirst()[0].equals("visited");
    }

    /** True when the visitor points with a finger. */
    boolean touch() {
        return steps.getFirst()[0].equals("touch");
    }

    /** A signal that must be reported; {@code element} is empty where any will do. */
    record Expected(SignalKind kind, String element) {}

    /** All that must be reported. */
    List<Expected> expected() {
        return steps.stream()
                .filter(s -> s[0].equals("expect"))
                .map(s -> new Expected(kind(s[1]), s.length > 2 ? s[2] : ""))
                .toList();
    }

    /** All kinds that must not be reported. */
    List<SignalKind> never() {
        List<SignalKind> kinds = new ArrayList<>();
        for (String[] step : steps) {
            if (step[0].equals("never")) {
                kinds.addAll(step.length > 1 ? List.of(kind(step[1])) : List.of(SignalKind.values()));
            }
        }
        return kinds;
    }

    /** Most milliseconds the widget may take in one second. */
    int cost() {
        return steps.stream()
                .filter(s -> s[0].equals("cost"))
                .mapToInt(s -> number(s, 1))
                .findFirst()
                .orElse(1000);
    }

    private static SignalKind kind(String word) {
        return SignalKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Plays all steps on a page that is open already. */
    void play(Page page, Hands hands) {
        for (String[] step : steps) {
            play(page, hands, step);
        }
    }

    private static void play(Page page, Hands hands, String[] s) {
        switch (s[0]) {
            case "touch", "expect", "never", "cost" -> {}
            case "click" -> {
                if (s.length > 2 && s[s.length - 1].matches("\\d+")) {
                    hands.clickRepeatedly(s[1], number(s, 2), number(s, 3));
                } else {
                    hands.click(String.join(" ", List.of(s).subList(1, s.length)));
                }
            }
            case "clickhere" -> hands.clickHere();
            case "clickat" -> hands.moveTo(number(s, 1), number(s, 2)).clickHere();
            case "doubleclick" -> page.locator(s[1]).dblclick();
            case "tripleclick" ->
                page.locator(s[1]).click(new com.microsoft.playwright.Locator.ClickOptions().setClickCount(3));
            case "copy" -> page.keyboard().press("Control+c");
            case "type" -> hands.type(s[1], String.join(" ", List.of(s).subList(2, s.length)));
            case "key" -> hands.press(s[1], number(s, 2));
            case "hold" -> {
                for (int i = 0; i < number(s, 2); i++) {
                    page.keyboard().down(s[1]);
                    hands.rest(35);
                }
                page.keyboard().up(s[1]);
            }
            case "press" -> page.keyboard().down(s[1]);
            case "release" -> page.keyboard().up(s[1]);
            case "jump" -> page.mouse().move(number(s, 1), number(s, 2));
            case "focus" -> page.locator(s[1]).focus();
            case "move" -> {
                if (s.length > 2) {
                    hands.moveTo(number(s, 1), number(s, 2));
                } else {
                    hands.moveTo(s[1]);
                }
            }
            case "drag" -> hands.drag(s[1], number(s, 2), number(s, 3));
            case "shake" -> hands.shake(number(s, 1));
            case "scroll" -> hands.scroll(number(s, 1)).rest(150);
            case "swipe" -> swipe(page, s[1], number(s, 2), number(s, 3));
            case "tap" -> tap(page, s[1], number(s, 2), number(s, 3));
            case "run" -> page.evaluate(s[1]);
            case "back" -> page.goBack();
            case "reload" -> page.reload();
            case "wait" -> hands.rest(number(s, 1));
            default -> throw new IllegalArgumentException("no such step: " + String.join(" ", s));
        }
    }

    private static int number(String[] step, int index) {
        return Integer.parseInt(step[index]);
    }

    private static void tap(Page page, String selector, int dx, int dy) {
        BoundingBox box = page.locator(selector).boundingBox();
        page.touchscreen().tap(box.x + box.width / 2 + dx, box.y + box.height / 2 + dy);
    }

    private static void swipe(Page page, String selector, int dx, int dy) {
        BoundingBox box = page.locator(selector).boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        var devtools = page.context().newCDPSession(page);
        touch(devtools, "touchStart", x, y);
        for (int i = 1; i <= 8; i++) {
            touch(devtools, "touchMove", x + dx * i / 8.0, y + dy * i / 8.0);
            page.waitForTimeout(16);
        }
        devtools.send("Input.dispatchTouchEvent", json("touchEnd", List.of()));
    }

    private static void touch(com.microsoft.playwright.CDPSession devtools, String type, double x, double y) {
        devtools.send("Input.dispatchTouchEvent", json(type, List.of(Map.of("x", x, "y", y))));
    }

    private static com.google.gson.JsonObject json(String type, List<Map<String, Double>> points) {
        com.google.gson.JsonObject message = new com.google.gson.JsonObject();
        message.addProperty("type", type);
        message.add("touchPoints", new com.google.gson.Gson().toJsonTree(points));
        return message;
    }
}
