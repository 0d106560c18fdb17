package dev.rapport.experiment.statistics;

/**
 * A ratio of two sums over the same units, such as errors per task. Delta method: with means M, D and ratio r = M/D, the
 * variance for one unit is V_M/D² + V_D·M²/D⁴ - 2·Cov·M/D³ (Deng, Knoblich, Lu 2018).
 *
 * @param numerator what is counted
 * @param denominator what it is counted by
 * @param sumOfProducts Σ numerator·denominator over the units
 */
public record Ratio(UserValues numerator, UserValues denominator, double sumOfProducts) implements Statistic {
    public Ratio {
        Possible.same(numerator.n(), denominator);
        Possible.product("sum of products", numerator, denominator, sumOfProducts);
    }

    @Override
    public long n() {
        return numerator.n();
    }

    @Override
    public double mean() {
        return denominator.sum() == 0 ? 0 : numerator.sum() / denominator.sum();
    }

    /** Covariance of numerator and denominator for one unit. */
    public double covariance() {
        return UserValues.covariance(numerator, denominator, sumOfProducts);
    }

    @Override
    public double variance() {
        double d = denominator.mean();
        if (d == 0 || n() <= 1) {
            return 0;
        }
        double r = mean();
        return (numerator.variance() + denominator.variance() * r * r - 2 * covariance() * r) / (d * d);
    }

    /** Both groups of units together. */
    public Ratio plus(Ratio other) {
        return new Ratio(
                numerator.plus(other.numerator),
                denominator.plus(other.denominator),
                sumOfProducts + other.sumOfProducts);
    }
}
