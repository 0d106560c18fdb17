package dev.rapport.analytics;

import dev.rapport.experiment.Assignment;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pipeline.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts as an exposure: a hint was sent, or would have been, while an experiment or the holdout decided about it,
 * and nobody forced the variation.
 */
public final class Exposure {
    /** How long after an exposure friction is measured, in seconds of the page's clock. */
    public static final int WINDOW_SECONDS = 60;

    private Exposure() {}

    /** The arm that this entry exposes its unit to. */
    public static Optional<Assignment> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Shown shown -> counted(shown.assignment());
            case Outcome.HeldOut heldOut -> counted(heldOut.assignment());
            case Outcome.WarmingUp warmingUp -> Optional.empty();
            case Outcome.NoRuleMatched noRule -> Optional.empty();
            case Outcome.Paced paced -> Optional.empty();
            case Outcome.Refused refused -> Optional.empty();
            case Outcome.Duplicate duplicate -> Optional.empty();
        };
    }

    /**
     * True when {@code later}, which the journal holds after the exposure, also happened after it. In the same visit the
     * page's own order decides, so that a late frame from before does not count.
     */
    public static boolean isBefore(JournalEntry exposure, JournalEntry later) {
        return !exposure.visit().session().equals(later.visit().session())
                || later.frame().sequence() > exposure.frame().sequence();
    }

    /** True when {@code later} lies in the same visit within {@link #WINDOW_SECONDS} after the exposure. */
    public static boolean isSoonBefore(JournalEntry exposure, JournalEntry later) {
        return exposure.visit().session().equals(later.visit().session())
                && isBefore(exposure, later)
                && later.frame().second() <= exposure.frame().second() + WINDOW_SECONDS;
    }

    private static Optional<Assignment> counted(@Nullable Assignment assignment) {
        return Optional.ofNullable(assignment).filter(a -> !a.forced());
    }
}
