package dev.rapport.ui.wording;

import dev.rapport.frame.SignalKind;

/** Plain names of signals. */
public final class SignalWords {
    private SignalWords() {}

    /** Short plural name, for example "Rage clicks". */
    public static String name(SignalKind kind) {
        return switch (kind) {
            case RAGE_CLICK -> "Rage clicks";
            case DEAD_CLICK -> "Dead clicks";
            case ERROR_CLICK -> "Clicks that failed";
            case FORM_TROUBLE -> "Form trouble";
            case FIELD_RETURN -> "Returns to a field";
            case THRASH -> "Pointer thrashing";
            case QUICK_BACK -> "Quick backs";
            case SCROLL_REVERSAL -> "Scrolling to and fro";
            case PAGE_LOOP -> "Page loops";
            case CORRECTION_BURST -> "Bursts of corrections";
            case ERROR_COPY -> "Error text copied";
            case HESITATION -> "Hesitations";
            case SLOW_RESPONSE -> "Slow responses";
            case REFRESH -> "Reloads after trouble";
            case DEAD_SWIPE -> "Dead swipes";
            case MIS_TAP -> "Missed taps";
            case MOVING_TARGET -> "Moving targets";
        };
    }

    /** What happened, in one clause. */
    public static String meaning(SignalKind kind) {
        return switch (kind) {
            case RAGE_CLICK -> "three or more futile clicks on the same control";
            case DEAD_CLICK -> "a click on something that looks like a control, and nothing happened";
            case ERROR_CLICK -> "a click followed by an error";
            case FORM_TROUBLE -> "the same field was rejected at least twice";
            case FIELD_RETURN -> "coming back to a field that was already filled in";
            case THRASH -> "the pointer moved to and fro quickly";
            case QUICK_BACK -> "back to the previous page within 5 seconds";
            case SCROLL_REVERSAL -> "the scrolling direction changed again and again";
            case PAGE_LOOP -> "the same page entered three times within 15 seconds";
            case CORRECTION_BURST -> "most key presses in a field were deletions";
            case ERROR_COPY -> "the text of an error message was copied";
            case HESITATION -> "a much longer wait before a click than this visitor's usual";
            case SLOW_RESPONSE -> "the page answered later than a second";
            case REFRESH -> "the page was reloaded within 10 seconds of trouble";
            case DEAD_SWIPE -> "a swipe that moved nothing";
            case MIS_TAP -> "taps just beside a control";
            case MOVING_TARGET -> "the control moved just before the click";
        };
    }
}
