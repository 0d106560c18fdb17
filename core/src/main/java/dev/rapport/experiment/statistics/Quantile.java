package dev.rapport.experiment.statistics;

/**
 * A sample quantile with the order statistics that bound it (Deng, Knoblich, Lu 2018). Variance for one unit
 * (n*\/n)·(n-1)·((upper - lower)/(2·1.96))², at least 1e-5 from 100 units on. The bounds are those of 95 %, whatever level
 * is tested at.
 *
 * @param n units
 * @param nStar sample size at which the bounds were taken
 * @param level 0 to 1, for example 0.9
 * @param estimate the sample quantile
 * @param lower order statistic below
 * @param upper order statistic above
 */
public record Quantile(long n, long nStar, double level, double estimate, double lower, double upper)
        implements Statistic {
    private static final double Z = Normal.quantile(0.975);
    private static final double LEAST = 1e-5;

    public Quantile {
        Possible.count(n);
        Possible.count(nStar);
        Possible.that(level > 0 && level < 1, "a quantile level lies between 0 and 1, not at " + level);
        Possible.finite("quantile", estimate);
        Possible.finite("lower bound", lower);
        Possible.finite("upper bound", upper);
        Possible.that(lower <= upper, "the lower bound " + lower + " is above the upper bound " + upper);
    }

    @Override
    public double mean() {
        return estimate;
    }

    @Override
    public double variance() {
        return floored(n, independent());
    }

    @Override
    public boolean degenerate() {
        double odds = level / (1 - level);
        return n <= Z * Z * Math.max(odds, 1 / odds) || upper == lower;
    }

    /** The variance as if all units were independent, not floored. */
    double independent() {
        double half = (upper - lower) / (2 * Z);
        return n <= 1 ? 0 : (double) nStar / n * (n - 1) * half * half;
    }

    static double floored(long n, double variance) {
        return n < 100 ? variance : Math.max(variance, LEAST);
    }
}
