package dev.rapport.experiment.statistics;

/**
 * What an experiment is planned with: the same variance in both arms, a relative lift.
 *
 * @param mean the control's mean, above 0
 * @param variance for one unit, above 0
 * @param n units in each arm, above 0
 * @param alpha false-alarm rate, two-sided
 */
public record Plan(double mean, double variance, double n, double alpha) {
    public Plan {
        Possible.that(mean != 0 && Double.isFinite(mean), "a plan needs a mean other than 0");
        Possible.that(variance > 0 && Double.isFinite(variance), "a plan needs a variance above 0, not " + variance);
        Possible.that(n > 0 && Double.isFinite(n), "a plan needs units in each arm, not " + n);
        Possible.that(alpha > 0 && alpha < 1, "alpha lies between 0 and 1, not at " + alpha);
    }

    /** A plan about a share of units. */
    public static Plan proportion(double rate, double n, double alpha) {
        return new Plan(rate, rate * (1 - rate), n, alpha);
    }

    /** SE² of the relative difference under a lift L: v/(n·m²)·(1 + (1 + L)²). */
    double square(double lift) {
        return variance / (n * mean * mean) * (1 + (1 + lift) * (1 + lift));
    }
}
