package dev.rapport.experiment.statistics;

/**
 * A mean during the experiment, adjusted by the same unit's number from before it: CUPED (Deng, Xu, Kohavi, Walker 2013).
 * Estimate post - θ·pre; variance V_post + θ²·V_pre - 2θ·Cov. A θ that is NaN is not worked out yet; see
 * {@link Contrast#of}.
 *
 * @param post during the experiment
 * @param pre before exposure
 * @param sumOfProducts Σ post·pre over the units
 * @param theta weight of the covariate, NaN until worked out
 */
public record Adjusted(UserValues post, UserValues pre, double sumOfProducts, double theta) implements Statistic {
    public Adjusted {
        Possible.same(post.n(), pre);
        Possible.product("sum of products", post, pre, sumOfProducts);
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

    /** Covariance of post and pre for one unit. */
    public double covariance() {
        return UserValues.covariance(post, pre, sumOfProducts);
    }

    @Override
    public double variance() {
        double weight = weight();
        return n() <= 1 ? 0 : post.variance() + weight * weight * pre.variance() - 2 * weight * covariance();
    }

    /** The same with this θ. */
    public Adjusted with(double newTheta) {
        return new Adjusted(post, pre, sumOfProducts, newTheta);
    }

    /** Both groups of units together, θ to be worked out. */
    public Adjusted plus(Adjusted other) {
        return new Adjusted(
                post.plus(other.post), pre.plus(other.pre), sumOfProducts + other.sumOfProducts, Double.NaN);
    }

    /**
     * θ = Cov(post, pre)/Var(pre) over both arms as one sample; 0 when either does not vary. Two proportions stay
     * proportions, so that covariance and variance have the same divisor.
     */
    static double pooledTheta(Adjusted a, Adjusted b) {
        UserValues post = pooled(a.post, b.post);
        UserValues pre = pooled(a.pre, b.pre);
        if (!(pre.variance() > 0) || !(post.variance() > 0)) {
            return 0;
        }
        return UserValues.covariance(post, pre, a.sumOfProducts + b.sumOfProducts) / pre.variance();
    }

    private static UserValues pooled(UserValues a, UserValues b) {
        return a instanceof Proportion && b instanceof Proportion
                ? new Proportion(a.n() + b.n(), a.sum() + b.sum())
                : a.plus(b);
    }

    private double weight() {
        return Double.isNaN(theta) ? 0 : theta;
    }
}
