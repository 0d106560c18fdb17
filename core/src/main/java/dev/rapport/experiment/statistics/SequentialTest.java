package dev.rapport.experiment.statistics;

import dev.rapport.experiment.statistics.Estimate.Effect;

/**
 * An always-valid test: an asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas 2021). Its
 * interval holds at all looks at once with probability 1 - α, so one may look as often as one likes and stop at any.
 *
 * <p>N = units of both arms, N* = the size at which it is tightest, A = α (one-sided: 2α):
 *
 * <ul>
 *   <li>ρ² = (-2·ln A + ln(1 - 2·ln A))/N*
 *   <li>two-sided half-width SE·√(2(Nρ²+1)/(Nρ²)·ln(√(Nρ²+1)/α)), p = √(Nρ²+1)·exp(-ρ²Nz²/(2(Nρ²+1))), at most 1
 *   <li>one-sided half-width SE·√(2(Nρ²+1)/(Nρ²)·ln(1 + √(Nρ²+1)/(2α))), p = √(Nρ²+1)/(2·expm1(z²Nρ²/(2(Nρ²+1)))), at most
 *       1, and 1 when the difference points the other way
 * </ul>
 */
public final class SequentialTest {
    /** N* unless another was chosen before the start; it must stay the same during an experiment. */
    public static final double TUNING = 5000;

    private SequentialTest() {}

    /**
     * Tests a difference.
     *
     * @param alpha false-alarm rate over all looks, above 0 and below 1; below 0.5 for one-sided questions
     * @param tuning N*, above 0
     * @param nullValue the difference under the null hypothesis, usually 0
     */
    public static TestResult test(Effect effect, double alpha, double tuning, double nullValue, Tail tail) {
        double rho = rho(alpha, tuning, tail);
        double z = (effect.value() - nullValue) / effect.standardError();
        double grown = effect.n() * rho * rho + 1;
        double exponent = z * z * (grown - 1) / (2 * grown);
        double p = switch (tail) {
            case TWO_SIDED -> Math.sqrt(grown) * Math.exp(-exponent);
            case GREATER -> z <= 0 ? 1 : Math.sqrt(grown) / (2 * Math.expm1(exponent));
            case LESSER -> z >= 0 ? 1 : Math.sqrt(grown) / (2 * Math.expm1(exponent));
        };
        double half = halfWidth(effect.n(), alpha, tuning, tail) * effect.standardError();
        return new TestResult(z, Math.min(1, p), tail.interval(effect.value(), half));
    }

    /** Half-width in standard errors at {@code n} units of both arms. */
    static double halfWidth(double n, double alpha, double tuning, Tail tail) {
        double rho = rho(alpha, tuning, tail);
        double grown = n * rho * rho + 1;
        double logarithm = tail == Tail.TWO_SIDED
                ? Math.log(Math.sqrt(grown) / alpha)
                : Math.log1p(Math.sqrt(grown) / (2 * alpha));
        return Math.sqrt(2 * grown / (grown - 1) * logarithm);
    }

    /** ρ, which says how the width is spread over sizes. */
    public static double rho(double alpha, double tuning, Tail tail) {
        double whole = tail == Tail.TWO_SIDED ? alpha : 2 * alpha;
        Possible.that(
                whole > 0 && whole < 1,
                "alpha lies between 0 and " + (tail == Tail.TWO_SIDED ? "1" : "0.5") + ", not at " + alpha);
        Possible.that(tuning > 0 && Double.isFinite(tuning), "the tuning size is above 0, not " + tuning);
        double x = -2 * Math.log(whole);
        return Math.sqrt((x + Math.log1p(x)) / tuning);
    }
}
