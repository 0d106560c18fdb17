package dev.rapport.experiment.statistics;

import dev.rapport.experiment.statistics.Estimate.Effect;
import dev.rapport.experiment.statistics.Estimate.NotEstimable;
import dev.rapport.experiment.statistics.Estimate.Reason;

/**
 * The difference of two arms and its standard error.
 *
 * <p>Absolute: Δ = b - a, SE² = v_a/n_a + v_b/n_b. Relative: Δ = (b - a)/|a|, SE² = v_b/(n_b·a²) + v_a·b²/(n_a·a⁴) (delta
 * method, independent arms). Adjusted arms: Δ from adjusted means over the control's unadjusted mean a, with unadjusted b
 * and θ as known: the control's part is [V_post·b²/a² - 2θ·Cov·b/a + θ²·V_pre]/(n_a·a²). Degrees of freedom by Welch 1947:
 * (v_a/n_a + v_b/n_b)²/(v_a²/(n_a²(n_a-1)) + v_b²/(n_b²(n_b-1))).
 */
public final class Difference {
    private Difference() {}

    /** Compares two arms; θ is worked out here where it is still open. */
    public static Estimate of(Statistic control, Statistic treatment, Scale scale) {
        return of(Contrast.of(control, treatment), scale);
    }

    static Estimate of(Contrast contrast, Scale scale) {
        Statistic a = contrast.control();
        Statistic b = contrast.treatment();
        if (a.degenerate() || b.degenerate()) {
            return new NotEstimable(Reason.NO_VARIANCE);
        }
        double difference = b.mean() - a.mean();
        double baseline = Math.abs(a.unadjustedMean());
        if (scale == Scale.RELATIVE && baseline == 0) {
            return new NotEstimable(Reason.NO_BASELINE);
        }
        double square = switch (scale) {
            case ABSOLUTE -> a.variance() / a.n() + b.variance() / b.n();
            case RELATIVE -> relativeSquare(a, b);
        };
        if (!(square > 0) || !Double.isFinite(square)) {
            return new NotEstimable(Reason.NO_VARIANCE);
        }
        double value = scale == Scale.ABSOLUTE ? difference : difference / baseline;
        return new Effect(
                value,
                Math.sqrt(square),
                degreesOfFreedom(a, b),
                contrast.n(),
                a.unadjustedMean(),
                b.unadjustedMean(),
                contrast.theta(),
                false);
    }

    static double degreesOfFreedom(Statistic a, Statistic b) {
        double partA = a.variance() / a.n();
        double partB = b.variance() / b.n();
        return (partA + partB) * (partA + partB) / (partA * partA / (a.n() - 1.0) + partB * partB / (b.n() - 1.0));
    }

    private static double relativeSquare(Statistic a, Statistic b) {
        double base = a.unadjustedMean();
        double treatment = b.variance() / (b.n() * base * base);
        return treatment + controlSquare(a, b) / (a.n() * base * base);
    }

    /** The control's variance for one unit in a relative difference, times the squared baseline. */
    private static double controlSquare(Statistic a, Statistic b) {
        double reach = b.unadjustedMean() / a.unadjustedMean();
        return switch (a) {
            case Adjusted x ->
                x.post().variance() * reach * reach
                        - 2 * x.theta() * x.covariance() * reach
                        + x.theta() * x.theta() * x.pre().variance();
            case AdjustedRatio x -> controlSquare(x, b.mean() - a.mean());
            case UserValues x -> x.variance() * reach * reach;
            case Ratio x -> x.variance() * reach * reach;
            case Quantile x -> x.variance() * reach * reach;
            case ClusteredQuantile x -> x.variance() * reach * reach;
        };
    }

    /** Gradient of (b - a_adjusted)/R by the control's four means, R = |a|, times R. */
    private static double controlSquare(AdjustedRatio a, double difference) {
        double base = Math.abs(a.unadjustedMean());
        double reach = (base + difference) / base;
        double[] g = a.gradient();
        double[] gradient = {-g[0] * reach, -g[1] * reach, -g[2], -g[3]};
        return Matrices.form(gradient, a.covariances(), gradient);
    }
}
