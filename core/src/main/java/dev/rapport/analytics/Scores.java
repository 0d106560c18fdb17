package dev.rapport.analytics;

import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The score inside an outcome, as reports count it. */
public final class Scores {
    /** From here on a second counts as struggling. */
    public static final double STRUGGLING = 0.5;

    private Scores() {}

    /** The probability of a known score; empty where it is unknown or the frame was not scored. */
    public static OptionalDouble known(Outcome outcome) {
        Score.Known known = inside(outcome);
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known.probability());
    }

    /** The known score; empty where it is unknown or the frame was not scored. */
    public static Optional<Score.Known> score(Outcome outcome) {
        return Optional.ofNullable(inside(outcome));
    }

    /** True when the score is known and at least {@link #STRUGGLING}. */
    public static boolean struggling(Outcome outcome) {
        return known(outcome).orElse(0) >= STRUGGLING;
    }

    private static Score.@Nullable Known inside(Outcome outcome) {
        Score score = switch (outcome) {
            case Outcome.NoRuleMatched noRule -> noRule.score();
            case Outcome.Paced paced -> paced.score();
            case Outcome.HeldOut heldOut -> heldOut.score();
            case Outcome.Shown shown -> shown.score();
            case Outcome.WarmingUp warmingUp -> null;
            case Outcome.Refused refused -> null;
            case Outcome.Duplicate duplicate -> null;
        };
        return score instanceof Score.Known known ? known : null;
    }
}
