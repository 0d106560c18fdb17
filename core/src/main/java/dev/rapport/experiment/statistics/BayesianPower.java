package dev.rapport.experiment.statistics;

import java.util.OptionalDouble;

/**
 * The chance that a credible interval leaves out 0. With t² the variance of the estimate, prior N(m₀, s₀²) and precision
 * 1/t² + 1/s₀²: reject above when the estimate passes t²(√precision·z* - m₀/s₀²), below likewise.
 */
public final class BayesianPower {
    private static final double LARGEST_LIFT = 1e6;

    private BayesianPower() {}

    /** The chance under a true relative lift at the plan's size. */
    public static double of(Plan plan, double lift, Prior prior) {
        return of(plan.square(lift), lift, prior, Normal.upperQuantile(plan.alpha() / 2));
    }

    static double of(double square, double lift, Prior prior, double z) {
        double deviation = Math.sqrt(square);
        double reach = square * Math.sqrt(1 / square + prior.precision()) * z;
        double pull = square * prior.mean() * prior.precision();
        return Normal.above((reach - pull - lift) / deviation) + Normal.below(-(reach + pull + lift) / deviation);
    }

    /** The smallest positive lift that is detected with this power; empty when there are too few units. */
    public static OptionalDouble smallestLift(Plan plan, double power, Prior prior) {
        double high = 0.01;
        while (of(plan, high, prior) < power) {
            high *= 2;
            if (high > LARGEST_LIFT) {
                return OptionalDouble.empty();
            }
        }
        double low = 0;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (of(plan, middle, prior) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }
}
