package dev.rapport.experiment.statistics;

import dev.rapport.experiment.statistics.Estimate.Effect;

/**
 * What to believe of an effect after the data. Normal likelihood Δ̂ ~ N(Δ, SE²) and prior N(m₀, s₀²): precision 1/SE² +
 * 1/s₀², mean (Δ̂/SE² + m₀/s₀²)/precision. Chance to win Φ(μ/σ); expected loss of keeping the control σφ(μ/σ) + μΦ(μ/σ),
 * of shipping the treatment σφ(μ/σ) - μΦ(-μ/σ). Where lower is better the chance is Φ(-μ/σ) and the losses change places.
 *
 * <p>There is no protection against peeking: an A/A test stopped at the first 95 % names a winner half the time.
 *
 * @param mean μ, in the effect's unit
 * @param standardDeviation σ
 * @param interval μ ± z_{1-α/2}·σ
 * @param chanceToWin 0 to 1
 * @param riskControl expected loss when the control is kept
 * @param riskTreatment expected loss when the treatment is shipped
 */
public record Posterior(
        double mean,
        double standardDeviation,
        Interval interval,
        double chanceToWin,
        double riskControl,
        double riskTreatment) {
    /** Beyond this many standard deviations only the mean is left of a loss. */
    private static final double FAR = 37;

    /**
     * Combines prior and data.
     *
     * @param scale the effect's; the prior is about the relative effect and is rescaled where needed
     * @param lowerIsBetter true for metrics such as errors
     */
    public static Posterior of(Effect effect, Scale scale, Prior prior, double alpha, boolean lowerIsBetter) {
        Possible.that(alpha > 0 && alpha < 1, "alpha lies between 0 and 1, not at " + alpha);
        Prior held = scale == Scale.RELATIVE ? prior : prior.absolute(effect.controlMean());
        double data = 1 / (effect.standardError() * effect.standardError());
        double precision = data + held.precision();
        double mean = (effect.value() * data + held.mean() * held.precision()) / precision;
        double deviation = 1 / Math.sqrt(precision);
        double z = mean / deviation;
        double gain = loss(mean, deviation, z);
        double loss = loss(-mean, deviation, -z);
        return new Posterior(
                mean,
                deviation,
                Interval.around(mean, Normal.upperQuantile(alpha / 2) * deviation),
                Normal.below(lowerIsBetter ? -z : z),
                lowerIsBetter ? loss : gain,
                lowerIsBetter ? gain : loss);
    }

    /** E max(X, 0) of X ~ N(mean, deviation²). */
    private static double loss(double mean, double deviation, double z) {
        return Math.abs(z) > FAR ? Math.max(mean, 0) : deviation * Normal.density(z) + mean * Normal.below(z);
    }
}
