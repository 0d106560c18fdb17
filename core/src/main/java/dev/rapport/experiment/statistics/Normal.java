package dev.rapport.experiment.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. Tails come from survival functions, so that they stay right far out. */
final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    static double below(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    static double above(double z) {
        return STANDARD.survivalProbability(z);
    }

    static double density(double z) {
        return STANDARD.density(z);
    }

    /** z with {@link #below}(z) = p. */
    static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /** z with {@link #above}(z) = p: right for tiny p. */
    static double upperQuantile(double p) {
        return STANDARD.inverseSurvivalProbability(p);
    }
}
