package dev.rapport.experiment;

import java.time.Instant;

/**
 * A line of an experiment's decision log.
 *
 * @param at when
 * @param by whose name
 * @param step what was done
 * @param note why: what the report said then, and what the person wrote
 */
public record Decision(Instant at, String by, Step step, String note) {
    /** What can be done with an experiment. */
    public enum Step {
        /** It assigns visitors from here on. */
        STARTED,
        /** It assigns nobody for now. */
        PAUSED,
        /** It assigns again. */
        RESUMED,
        /** It is over. */
        STOPPED,
        /** It is over, and everybody gets what one arm got. */
        SHIPPED,
        /** It is put away. */
        ARCHIVED
    }
}
