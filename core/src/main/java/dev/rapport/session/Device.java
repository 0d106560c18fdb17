package dev.rapport.session;

import java.util.Locale;

/** How a visitor mostly points; baselines and reports are kept per device class. Ordinal is the wire code. */
public enum Device {
    /** Mouse, trackpad or pen with hover. */
    MOUSE,
    /** Finger on a screen. */
    TOUCH,
    /** No pointer seen: keyboard, switch or screen reader. */
    KEYBOARD;

    /** The word in the schema file, tables and console. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
