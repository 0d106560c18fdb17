package dev.rapport.experiment.statistics;

/**
 * What is held of the relative effect before the data: N(mean, sd²), or nothing at all.
 *
 * @param mean relative effect
 * @param standardDeviation above 0
 * @param proper false: flat, the other two do not matter
 */
public record Prior(double mean, double standardDeviation, boolean proper) {
    /** Nothing is held beforehand. */
    public static final Prior FLAT = new Prior(0, 1, false);

    public Prior {
        Possible.finite("prior mean", mean);
        Possible.that(
                standardDeviation > 0 && Double.isFinite(standardDeviation),
                "the prior's standard deviation is above 0, not " + standardDeviation);
    }

    /** 1/sd², 0 when flat. */
    double precision() {
        return proper ? 1 / (standardDeviation * standardDeviation) : 0;
    }

    /** The same belief about an absolute effect over a control mean of {@code baseline}. */
    Prior absolute(double baseline) {
        double scale = Math.abs(baseline);
        return !proper || scale == 0 ? FLAT : new Prior(mean * scale, standardDeviation * scale, true);
    }
}
