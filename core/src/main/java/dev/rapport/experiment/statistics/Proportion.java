package dev.rapport.experiment.statistics;

/**
 * Units that did or did not do something. Variance p(1-p).
 *
 * @param n units, 0 or more
 * @param sum how many of them did, 0 to n
 */
public record Proportion(long n, double sum) implements UserValues {
    public Proportion {
        Possible.count(n);
        Possible.finite("sum", sum);
        Possible.that(sum >= 0 && sum <= n, "a proportion of " + n + " units cannot have " + sum + " that converted");
    }

    @Override
    public double sumSquares() {
        return sum;
    }

    @Override
    public double variance() {
        return mean() * (1 - mean());
    }
}
