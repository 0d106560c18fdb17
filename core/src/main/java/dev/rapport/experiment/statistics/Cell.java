package dev.rapport.experiment.statistics;

/**
 * One stratum as vectors: one component for means, two for ratios (numerator, denominator). Where there is a covariate,
 * the components are adjusted within the stratum by the common slope of both arms, to the stratum's own mean of the
 * covariate.
 *
 * @param n units of both arms
 * @param control the control's components
 * @param treatment the treatment's components
 */
record Cell(long n, Components control, Components treatment) {
    /**
     * One arm in one stratum.
     *
     * @param n units
     * @param mean of each component
     * @param covariance of the components for one unit
     */
    record Components(long n, double[] mean, double[][] covariance) {}

    static Cell of(Contrast contrast) {
        Statistic a = contrast.control();
        Statistic b = contrast.treatment();
        if (a instanceof Adjusted x && b instanceof Adjusted y) {
            return new Cell(contrast.n(), adjusted(x, x, y), adjusted(y, x, y));
        }
        if (a instanceof AdjustedRatio x && b instanceof AdjustedRatio y) {
            return RatioRegression.cell(x, y);
        }
        return new Cell(contrast.n(), plain(a), plain(b));
    }

    private static Components plain(Statistic arm) {
        return switch (arm) {
            case UserValues values ->
                new Components(values.n(), new double[] {values.mean()}, new double[][] {{values.variance()}});
            case Ratio ratio -> {
                double[] mean = {ratio.numerator().mean(), ratio.denominator().mean()};
                double[][] covariance = {
                    {ratio.numerator().variance(), ratio.covariance()},
                    {ratio.covariance(), ratio.denominator().variance()}
                };
                yield new Components(ratio.n(), mean, covariance);
            }
            case Adjusted other -> throw mixed();
            case AdjustedRatio other -> throw mixed();
            case Quantile other -> throw mixed();
            case ClusteredQuantile other -> throw mixed();
        };
    }

    /** Slope of both arms: Σ(n-1)Cov / Σ(n-1)V_pre, deviations taken within each arm. */
    private static Components adjusted(Adjusted arm, Adjusted control, Adjusted treatment) {
        double together = (control.n() - 1) * control.covariance() + (treatment.n() - 1) * treatment.covariance();
        double spread = (control.n() - 1) * control.pre().variance()
                + (treatment.n() - 1) * treatment.pre().variance();
        double slope = spread > 0 ? together / spread : 0;
        double centre = (control.pre().sum() + treatment.pre().sum()) / (control.n() + treatment.n());
        Adjusted sloped = arm.with(slope);
        return new Components(
                arm.n(), new double[] {sloped.mean() + slope * centre}, new double[][] {{sloped.variance()}});
    }

    private static IllegalArgumentException mixed() {
        return new IllegalArgumentException("strata need means or ratios of the same kind in both arms");
    }
}
