package dev.rapport.experiment.statistics;

import dev.rapport.experiment.statistics.Estimate.Effect;
import java.util.OptionalDouble;

/**
 * The power that a running experiment has now, and the units it still needs, for the lift it was planned to detect (not
 * the one it shows: that would be power after the fact). With s times the present units added the variance falls to 1/(1 +
 * s). Over several goals the target is power^(1/goals); with a correction α is divided by treatments × goals.
 *
 * @param effect the relative effect so far
 * @param targetLift relative lift, its sign does not matter
 * @param question what is tested
 */
public record MidExperimentPower(Effect effect, double targetLift, Question question) {
    private static final double MOST = 1L << 27;

    /**
     * What is tested.
     *
     * @param alpha false-alarm rate, two-sided, before correction
     * @param power wanted for each goal together, 0 to 1
     * @param tests treatments × goals that α is shared by; 1 without correction
     * @param goals goal metrics
     * @param prior flat for a frequentist test
     * @param tuning N* of a sequential test; empty for a fixed size
     */
    public record Question(double alpha, double power, int tests, int goals, Prior prior, OptionalDouble tuning) {}

    /** The power once {@code added} times the present units have come. */
    public double at(double added) {
        double lift = Math.abs(targetLift);
        double square = effect.standardError() * effect.standardError() / (1 + added);
        double alpha = question.alpha / question.tests;
        double z = question.tuning.isPresent()
                ? SequentialTest.halfWidth(
                        effect.n() * (1 + added), alpha, question.tuning.getAsDouble(), Tail.TWO_SIDED)
                : Normal.upperQuantile(alpha / 2);
        return BayesianPower.of(square, lift, question.tuning.isPresent() ? Prior.FLAT : question.prior, z);
    }

    /** How many times the present units must be added; 0 when there are enough, empty when no size would do. */
    public OptionalDouble timesMore() {
        double target = Math.pow(question.power, 1.0 / question.goals);
        if (at(0) > target) {
            return OptionalDouble.of(0);
        }
        double high = 1;
        while (at(high) < target) {
            high *= 2;
            if (high > MOST) {
                return OptionalDouble.empty();
            }
        }
        double low = 0;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (at(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }
}
