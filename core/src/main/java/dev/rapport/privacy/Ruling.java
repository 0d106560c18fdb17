package dev.rapport.privacy;

/** Whether a channel may be used at all, before anybody is asked for consent. */
public sealed interface Ruling {
    /** It may, from visitors who agree to this channel by itself. */
    record Allowed() implements Ruling {}

    /**
     * It may not, whatever the visitor agrees to.
     *
     * @param ground why
     */
    record Refused(Ground ground) implements Ruling {}
}
