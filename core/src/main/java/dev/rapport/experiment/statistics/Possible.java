package dev.rapport.experiment.statistics;

/** Refuses statistics that no data can give. */
final class Possible {
    private Possible() {}

    static void count(long n) {
        that(n >= 0, "a count cannot be negative: " + n);
        that(n <= 1L << 53, "the count " + n + " is above 2^53 and would lose digits");
    }

    static void finite(String name, double value) {
        that(Double.isFinite(value), "the " + name + " is not a finite number: " + value);
    }

    static void same(long n, Statistic part) {
        that(part.n() == n, "the parts are of " + part.n() + " and " + n + " units; they must be of the same units");
    }

    /** Cauchy-Schwarz on deviations: |Sxy| ≤ √(Sxx·Syy), with room for sums that were rounded before they came here. */
    static void product(String name, UserValues x, UserValues y, double products) {
        finite(name, products);
        double n = Math.max(1, x.n());
        double together = products - x.sum() * y.sum() / n;
        double spreadX = Math.max(0, x.sumSquares() - x.sum() * x.sum() / n);
        double spreadY = Math.max(0, y.sumSquares() - y.sum() * y.sum() / n);
        double rounding = 1e-9 * Math.sqrt(x.sumSquares() * y.sumSquares());
        that(
                Math.abs(together) <= Math.sqrt(spreadX * spreadY) * 1.001 + rounding,
                "the " + name + " " + products + " does not go with the sums of squares; no data can give it");
    }

    static void that(boolean fine, String message) {
        if (!fine) {
            throw new IllegalArgumentException(message);
        }
    }
}
