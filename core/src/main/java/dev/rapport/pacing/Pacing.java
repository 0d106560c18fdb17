package dev.rapport.pacing;

/**
 * How often a visitor may be interrupted.
 *
 * @param perSession hints per visit, 0 to 20
 * @param perHint times the same hint may be shown in a visit, 1 to 20
 * @param coolDownSeconds quiet time after a hint before the next, 0 to 3600
 * @param silenceAfterDismissal true: a dismissed hint ends hints for the visit; false: only that hint is over
 * @param quietWhileTyping true: no hint while the visitor types or drags
 */
public record Pacing(
        int perSession, int perHint, int coolDownSeconds, boolean silenceAfterDismissal, boolean quietWhileTyping) {
    /** Two hints a visit, each once, five minutes apart, silence after a dismissal. */
    public static final Pacing DEFAULT = new Pacing(2, 1, 300, true, true);

    /** Why a hint was held back. */
    public enum Pause {
        /** The visit has had all its hints. */
        SESSION_CAP,
        /** The visit has had this hint. */
        HINT_CAP,
        /** Too soon after the last hint. */
        COOL_DOWN,
        /** The visitor dismissed a hint or switched hints off. */
        SILENCED,
        /** The visitor is typing. */
        TYPING,
        /** The visitor is dragging. */
        DRAGGING,
        /** The page is hidden. */
        HIDDEN,
        /** A dialog waits until the visit has had a gentler hint. */
        TOO_FORWARD
    }
}
