package dev.rapport.analytics;

import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import java.util.OptionalDouble;

/** The score inside an outcome, as reports count it. */
public final class Scores {
    /** From here on a second counts as struggling. */
    public static final double STRUGGLING = 0.5;

    private Scores() {}

    /** The probability of a known score; empty where it is unknown or the frame was not scored. */
    public static OptionalDouble known(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NoRuleMatched noRule -> known(noRule.score());
            case Outcome.Paced paced -> known(paced.score());
            case Outcome.HeldOut heldOut -> known(heldOut.score());
            case Outcome.Shown shown -> known(shown.score());
            case Outcome.WarmingUp warmingUp -> OptionalDouble.empty();
            case Outcome.Refused refused -> OptionalDouble.empty();
            case Outcome.Duplicate duplicate -> OptionalDouble.empty();
        };
    }

    /** True when the score is known and at least {@link #STRUGGLING}. */
    public static boolean struggling(Outcome outcome) {
        return known(outcome).orElse(0) >= STRUGGLING;
    }

    private static OptionalDouble known(Score score) {
        return switch (score) {
            case Score.Known known -> OptionalDouble.of(known.probability());
            case Score.Unknown unknown -> OptionalDouble.empty();
        };
    }
}
