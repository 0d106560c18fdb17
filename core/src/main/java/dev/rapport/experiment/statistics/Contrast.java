package dev.rapport.experiment.statistics;

/**
 * A treatment beside its control, of the same kind, with one θ for both where they are adjusted.
 *
 * @param control the arm compared with
 * @param treatment the arm asked about
 */
public record Contrast(Statistic control, Statistic treatment) {
    private static final double NO_WEIGHT = 1e-8;

    public Contrast {
        Possible.that(
                control.getClass() == treatment.getClass()
                        || (control instanceof UserValues && treatment instanceof UserValues),
                "the arms are of different kinds: " + control.getClass().getSimpleName() + " and "
                        + treatment.getClass().getSimpleName());
    }

    /**
     * The contrast with θ worked out from both arms. Where the covariate explains nothing the plain statistics take the
     * place of the adjusted ones.
     */
    public static Contrast of(Statistic control, Statistic treatment) {
        if (control instanceof Adjusted a && treatment instanceof Adjusted b) {
            double theta = Double.isNaN(a.theta()) || Double.isNaN(b.theta()) ? Adjusted.pooledTheta(a, b) : a.theta();
            return theta == 0 ? new Contrast(a.post(), b.post()) : new Contrast(a.with(theta), b.with(theta));
        }
        if (control instanceof AdjustedRatio a && treatment instanceof AdjustedRatio b) {
            double theta =
                    Double.isNaN(a.theta()) || Double.isNaN(b.theta()) ? AdjustedRatio.pooledTheta(a, b) : a.theta();
            return Math.abs(theta) < NO_WEIGHT
                    ? new Contrast(a.post(), b.post())
                    : new Contrast(a.with(theta), b.with(theta));
        }
        return new Contrast(control, treatment);
    }

    /** Units of both arms. */
    public long n() {
        return control.n() + treatment.n();
    }

    /** θ of both arms; NaN where nothing is adjusted. */
    public double theta() {
        return switch (control) {
            case Adjusted adjusted -> adjusted.theta();
            case AdjustedRatio adjusted -> adjusted.theta();
            case UserValues plain -> Double.NaN;
            case Ratio plain -> Double.NaN;
            case Quantile plain -> Double.NaN;
            case ClusteredQuantile plain -> Double.NaN;
        };
    }

    /**
     * Both contrasts together, adjusted arms with θ to be worked out.
     *
     * @throws IllegalArgumentException for quantiles, which cannot be added
     */
    public Contrast plus(Contrast other) {
        return new Contrast(sum(control, other.control), sum(treatment, other.treatment));
    }

    private static Statistic sum(Statistic one, Statistic other) {
        if (one instanceof UserValues a && other instanceof UserValues b) {
            return a.plus(b);
        }
        if (one instanceof Ratio a && other instanceof Ratio b) {
            return a.plus(b);
        }
        if (one instanceof Adjusted a && other instanceof Adjusted b) {
            return a.plus(b);
        }
        if (one instanceof AdjustedRatio a && other instanceof AdjustedRatio b) {
            return a.plus(b);
        }
        throw new IllegalArgumentException("quantiles of strata cannot be added; compare them over all units");
    }
}
