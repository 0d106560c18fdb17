package dev.rapport.experiment.statistics;

/** One number for each unit: the building block of ratios and adjusted means. */
public sealed interface UserValues extends Statistic permits Proportion, SampleMean {
    /** Sum over the units. */
    double sum();

    /** Sum of squares over the units. */
    double sumSquares();

    @Override
    default double mean() {
        return n() == 0 ? 0 : sum() / n();
    }

    /** The same units as plain numbers. */
    default SampleMean asMean() {
        return new SampleMean(n(), sum(), sumSquares());
    }

    /** Both groups of units together. */
    default SampleMean plus(UserValues other) {
        return new SampleMean(n() + other.n(), sum() + other.sum(), sumSquares() + other.sumSquares());
    }

    /**
     * Covariance of two numbers of the same units: (Σxy - ΣxΣy/n)/(n-1), for two proportions Σxy/n - ΣxΣy/n².
     *
     * @param products Σxy
     */
    static double covariance(UserValues x, UserValues y, double products) {
        double n = x.n();
        if (n <= 1) {
            return 0;
        }
        if (x instanceof Proportion && y instanceof Proportion) {
            return products / n - x.sum() * y.sum() / (n * n);
        }
        return (products - x.sum() * y.sum() / n) / (n - 1);
    }
}
