package dev.rapport.experiment.statistics;

import java.util.OptionalDouble;

/**
 * Power and smallest detectable relative lift of a frequentist plan. Power = P(Z > z* - L/SE) + Φ(-z* - L/SE). A
 * sequential test is a fixed one with k times the variance, k = 2w·ln(√w/α)/(Nρ²·z*²), w = Nρ² + 1, N units of both arms.
 *
 * <p>Smallest lift in closed form: Z = z* + z_power, s² = kv/n, A = 1 - Z²s²/m², μ = (m + √(m² - A(m² - Z²s²)))/A, lift (μ -
 * m)/m; none when A ≤ 0: no lift can be told from noise.
 */
public final class Power {
    private Power() {}

    /**
     * The chance to detect a lift at the plan's size.
     *
     * @param lift true relative difference
     * @param tuning N* of a sequential test; empty for a fixed size
     */
    public static double of(Plan plan, double lift, OptionalDouble tuning) {
        double z = Normal.upperQuantile(plan.alpha() / 2);
        double shift = lift / Math.sqrt(plan.square(lift) * inflation(plan, tuning));
        return Normal.above(z - shift) + Normal.below(-z - shift);
    }

    /** The smallest positive lift that is detected with this power; empty when there are too few units. */
    public static OptionalDouble smallestLift(Plan plan, double power, OptionalDouble tuning) {
        double reach = Normal.upperQuantile(plan.alpha() / 2) + Normal.quantile(power);
        double m = Math.abs(plan.mean());
        double square = reach * reach * inflation(plan, tuning) * plan.variance() / plan.n();
        double a = 1 - square / (m * m);
        if (a <= 0) {
            return OptionalDouble.empty();
        }
        double detectable = (m + Math.sqrt(m * m - a * (m * m - square))) / a;
        return OptionalDouble.of((detectable - m) / m);
    }

    /**
     * Units in each arm at which a lift is detected with this power at a fixed size: (z* + z_power)²·v(1 + (1 + L)²)/(m²L²).
     */
    public static double unitsNeeded(Plan plan, double lift, double power) {
        Possible.that(lift != 0, "a lift of 0 is never detected");
        double reach = Normal.upperQuantile(plan.alpha() / 2) + Normal.quantile(power);
        return reach * reach * plan.square(lift) * plan.n() / (lift * lift);
    }

    private static double inflation(Plan plan, OptionalDouble tuning) {
        if (tuning.isEmpty()) {
            return 1;
        }
        double z = Normal.upperQuantile(plan.alpha() / 2);
        double half = SequentialTest.halfWidth(2 * plan.n(), plan.alpha(), tuning.getAsDouble(), Tail.TWO_SIDED);
        return half * half / (z * z);
    }
}
