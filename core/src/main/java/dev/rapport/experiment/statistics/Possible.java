package dev.rapport.experiment.statistics;

/** Refuses statistics that no data can give. */
final class Possible {
    private Possible() {}

    static void count(long n) {
        that(n >= 0, "a count cannot be negative: " + n);
    }

    static void finite(String name, double value) {
        that(Double.isFinite(value), "the " + name + " is not a finite number: " + value);
    }

    static void same(long n, Statistic part) {
        that(part.n() == n, "the parts are of " + part.n() + " and " + n + " units; they must be of the same units");
    }

    /** Cauchy-Schwarz: |cov(x, y)| ≤ sd(x)·sd(y). */
    static void product(String name, UserValues x, UserValues y, double products) {
        finite(name, products);
        double covariance = UserValues.covariance(x, y, products);
        double most = Math.sqrt(x.variance() * y.variance());
        double rounding = 1e-9 * (Math.sqrt(x.sumSquares() * y.sumSquares()) / Math.max(1, x.n()));
        that(
                Math.abs(covariance) <= most * (1 + 1e-2) + rounding,
                "the " + name + " " + products + " does not go with the sums of squares; no data can give it");
    }

    static void that(boolean fine, String message) {
        if (!fine) {
            throw new IllegalArgumentException(message);
        }
    }
}
