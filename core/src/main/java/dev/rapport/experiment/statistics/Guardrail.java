package dev.rapport.experiment.statistics;

/** Guardrails: metrics that must not get worse. */
public final class Guardrail {
    /** From this chance to win on a guardrail counts as safe. */
    public static final double SAFE = 0.95;

    private Guardrail() {}

    /**
     * Chance that the treatment is not worse, read back from an interval under a flat prior: s = half-width/z_{1-α/2}, or
     * from the one finite end with z_{1-α}; Φ(effect/s).
     *
     * @param lowerIsBetter true for metrics such as errors
     */
    public static double chanceToWin(double effect, Interval interval, double alpha, boolean lowerIsBetter) {
        boolean below = Double.isFinite(interval.lower());
        boolean above = Double.isFinite(interval.upper());
        Possible.that(below || above, "an interval without a finite end says nothing");
        double deviation;
        if (below && above) {
            deviation = interval.width() / 2 / Normal.upperQuantile(alpha / 2);
        } else {
            double end = below ? interval.lower() : interval.upper();
            deviation = Math.abs(effect - end) / Normal.upperQuantile(alpha);
        }
        return Normal.below((lowerIsBetter ? -effect : effect) / deviation);
    }
}
