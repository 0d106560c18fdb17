package dev.rapport.experiment.statistics;

/**
 * A ratio during the experiment, adjusted by the same ratio from before it: r_post - θ·r_pre. Variance g'Λg, Λ the
 * covariance of (M, D, M₀, D₀), g = (1/D, -M/D², -θ/D₀, θM₀/D₀²) (delta method over CUPED).
 *
 * @param post numerator and denominator during the experiment
 * @param pre numerator and denominator before exposure
 * @param cross sums of products of a number from before and one from during
 * @param theta weight of the covariate, NaN until worked out
 */
public record AdjustedRatio(Ratio post, Ratio pre, Cross cross, double theta) implements Statistic {
    /**
     * Sums of products over the units.
     *
     * @param numeratorNumerator Σ numerator post · numerator pre
     * @param numeratorDenominator Σ numerator post · denominator pre
     * @param denominatorNumerator Σ denominator post · numerator pre
     * @param denominatorDenominator Σ denominator post · denominator pre
     */
    public record Cross(
            double numeratorNumerator,
            double numeratorDenominator,
            double denominatorNumerator,
            double denominatorDenominator) {}

    public AdjustedRatio {
        Possible.same(post.n(), pre);
        Possible.product("cross product", post.numerator(), pre.numerator(), cross.numeratorNumerator);
        Possible.product("cross product", post.numerator(), pre.denominator(), cross.numeratorDenominator);
        Possible.product("cross product", post.denominator(), pre.numerator(), cross.denominatorNumerator);
        Possible.product("cross product", post.denominator(), pre.denominator(), cross.denominatorDenominator);
    }

    @Override
    public long n() {
        return post.n();
    }

    @Override
    public double mean() {
        return post.mean() - weight() * pre.mean();
    }

    @Override
    public double unadjustedMean() {
        return post.mean();
    }

    @Override
    public double variance() {
        return n() <= 1 || post.denominator().sum() == 0 || pre.denominator().sum() == 0
                ? 0
                : Matrices.form(gradient(), covariances(), gradient());
    }

    /** The same with this θ. */
    public AdjustedRatio with(double newTheta) {
        return new AdjustedRatio(post, pre, cross, newTheta);
    }

    /** Both groups of units together, θ to be worked out. */
    public AdjustedRatio plus(AdjustedRatio other) {
        Cross c = other.cross;
        return new AdjustedRatio(
                post.plus(other.post),
                pre.plus(other.pre),
                new Cross(
                        cross.numeratorNumerator + c.numeratorNumerator,
                        cross.numeratorDenominator + c.numeratorDenominator,
                        cross.denominatorNumerator + c.denominatorNumerator,
                        cross.denominatorDenominator + c.denominatorDenominator),
                Double.NaN);
    }

    /** Derivatives of the estimate by the means of M, D, M₀, D₀. */
    double[] gradient() {
        double[] post2 = gradient(post);
        double[] pre2 = gradient(pre);
        return new double[] {post2[0], post2[1], -weight() * pre2[0], -weight() * pre2[1]};
    }

    /** Λ: covariance of M, D, M₀, D₀ for one unit. */
    double[][] covariances() {
        UserValues[] parts = {post.numerator(), post.denominator(), pre.numerator(), pre.denominator()};
        double[][] products = {
            {0, post.sumOfProducts(), cross.numeratorNumerator, cross.numeratorDenominator},
            {0, 0, cross.denominatorNumerator, cross.denominatorDenominator},
            {0, 0, 0, pre.sumOfProducts()},
            {0, 0, 0, 0}
        };
        double[][] lambda = new double[4][4];
        for (int i = 0; i < 4; i++) {
            lambda[i][i] = parts[i].variance();
            for (int j = i + 1; j < 4; j++) {
                lambda[i][j] = UserValues.covariance(parts[i], parts[j], products[i][j]);
                lambda[j][i] = lambda[i][j];
            }
        }
        return lambda;
    }

    /** θ = Σ over arms Cov(r_post, r_pre) / Σ over arms Var(r_pre); 0 when the covariate does not vary. */
    static double pooledTheta(AdjustedRatio a, AdjustedRatio b) {
        double variance = a.pre.variance() + b.pre.variance();
        return variance > 0 ? (a.covariance() + b.covariance()) / variance : 0;
    }

    private double covariance() {
        double[] post2 = gradient(post);
        double[] pre2 = gradient(pre);
        return Matrices.form(
                new double[] {post2[0], post2[1], 0, 0}, covariances(), new double[] {0, 0, pre2[0], pre2[1]});
    }

    private static double[] gradient(Ratio ratio) {
        double d = ratio.denominator().mean();
        return d == 0 ? new double[2] : new double[] {1 / d, -ratio.numerator().mean() / (d * d)};
    }

    private double weight() {
        return Double.isNaN(theta) ? 0 : theta;
    }
}
