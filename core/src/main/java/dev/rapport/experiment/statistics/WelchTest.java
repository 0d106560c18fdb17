package dev.rapport.experiment.statistics;

import dev.rapport.experiment.statistics.Estimate.Effect;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Welch's t-test at a size fixed beforehand (Welch 1947): t = (Δ - null)/SE; two-sided p = 2·P(T > |t|), interval Δ ±
 * t_{1-α/2}·SE; one-sided p = P(T > ±t), one end infinite, t_{1-α}. Looking early and stopping at the first small p breaks
 * its promise; {@link SequentialTest} keeps it.
 */
public final class WelchTest {
    private WelchTest() {}

    /**
     * Tests a difference.
     *
     * @param alpha false-alarm rate, above 0 and below 1
     * @param nullValue the difference under the null hypothesis, usually 0
     */
    public static TestResult test(Effect effect, double alpha, double nullValue, Tail tail) {
        Possible.that(alpha > 0 && alpha < 1, "alpha lies between 0 and 1, not at " + alpha);
        TDistribution distribution = TDistribution.of(effect.degreesOfFreedom());
        double t = (effect.value() - nullValue) / effect.standardError();
        double p = switch (tail) {
            case TWO_SIDED -> Math.min(1, 2 * distribution.survivalProbability(Math.abs(t)));
            case GREATER -> distribution.survivalProbability(t);
            case LESSER -> distribution.cumulativeProbability(t);
        };
        double outside = tail == Tail.TWO_SIDED ? alpha / 2 : alpha;
        double half = distribution.inverseSurvivalProbability(outside) * effect.standardError();
        return new TestResult(t, p, tail.interval(effect.value(), half));
    }
}
