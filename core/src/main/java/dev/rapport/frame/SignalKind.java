package dev.rapport.frame;

import java.util.Locale;

/**
 * One detected friction event. Order and meaning follow {@code frame-schema.json}; the ordinal is the wire code. Thresholds
 * live in the widget, one file a signal.
 */
public enum SignalKind {
    /** At least 3 futile clicks on the same control within a second each, none of which changed it; magnitude: clicks in the burst. */
    RAGE_CLICK,
    /** A click on something that looks like a control after which nothing happened for 1.2 s; magnitude: 1. */
    DEAD_CLICK,
    /** A click followed within 2 s by a script error, a rejected promise or a failed request; magnitude: errors. */
    ERROR_CLICK,
    /** The same field failed validation at least twice; magnitude: failed attempts. */
    FORM_TROUBLE,
    /** The visitor came back to a field that was already filled in; magnitude: visits. */
    FIELD_RETURN,
    /** At least 20 pointer reversals on one axis within 2 s, no button held; magnitude: reversals. */
    THRASH,
    /** Back to the previous page within 5 s; magnitude: seconds stayed. */
    QUICK_BACK,
    /** At least 5 scroll direction changes of 200 px or more within 8 s; magnitude: reversals. */
    SCROLL_REVERSAL,
    /** The same page entered 3 times within 15 s; magnitude: visits. */
    PAGE_LOOP,
    /** More than half of at least 12 key presses in a field within 10 s were deletions; magnitude: deletions. */
    CORRECTION_BURST,
    /** The visitor copied text from an error message; magnitude: 1. */
    ERROR_COPY,
    /** Hover before a click far above the visitor's own usual time; magnitude: tenths of a second. */
    HESITATION,
    /** The page answered an input later than 1 s; magnitude: tenths of a second. */
    SLOW_RESPONSE,
    /** The page was reloaded within 10 s of trouble on it; magnitude: reloads. */
    REFRESH,
    /** A swipe of 30 px or more that moved nothing; magnitude: 1. */
    DEAD_SWIPE,
    /** Taps just beside a control, followed by a tap on it; magnitude: taps. */
    MIS_TAP,
    /** A click landed elsewhere because the control moved within 500 ms before it; magnitude: 1. */
    MOVING_TARGET;

    /** The word in the schema file, settings, tables and the console. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
