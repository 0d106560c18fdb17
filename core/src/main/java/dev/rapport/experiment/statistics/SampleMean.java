package dev.rapport.experiment.statistics;

/**
 * A number for each unit. Variance (Σx² - (Σx)²/n)/(n-1).
 *
 * @param n units, 0 or more
 * @param sum Σx
 * @param sumSquares Σx²
 */
public record SampleMean(long n, double sum, double sumSquares) implements UserValues {
    public SampleMean {
        Possible.count(n);
        Possible.finite("sum", sum);
        Possible.finite("sum of squares", sumSquares);
        Possible.that(n > 0 || (sum == 0 && sumSquares == 0), "no units, but a sum of " + sum);
        Possible.that(
                n == 0 || sumSquares >= sum / n * sum * (1 - 1e-9),
                "the sum of squares " + sumSquares + " is below (sum)²/n = " + (n == 0 ? 0 : sum / n * sum)
                        + ", which no data can give");
    }

    @Override
    public double variance() {
        if (n <= 1) {
            return 0;
        }
        double spread = sumSquares - sum / n * sum;
        // What is left of equal values after rounding is not variance.
        return spread <= sumSquares * 1e-15 ? 0 : spread / (n - 1);
    }
}
