package dev.rapport.experiment.statistics;

/**
 * Sufficient statistics of one arm. The estimate {@link #mean} has variance {@link #variance}{@code / n}.
 *
 * <p>Constructors refuse what no data can give (negative counts, a sum of squares below (sum)²/n, numbers that are not
 * finite) with an {@link IllegalArgumentException} of one sentence.
 */
public sealed interface Statistic permits UserValues, Ratio, Adjusted, AdjustedRatio, Quantile, ClusteredQuantile {
    /** Units: users, or events for quantiles of events. */
    long n();

    /** The estimate: a mean, a ratio of means, or a quantile; after adjustment where there is one. */
    double mean();

    /** Variance for one unit; 0 where it cannot be estimated. */
    double variance();

    /** The estimate without adjustment by a covariate. */
    default double unadjustedMean() {
        return mean();
    }

    /** True when no comparison can be made with this arm: empty, one unit, or all units equal. */
    default boolean degenerate() {
        return !(variance() > 0);
    }
}
