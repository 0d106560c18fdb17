package dev.rapport.experiment.report;

import dev.rapport.experiment.statistics.Plan;
import dev.rapport.experiment.statistics.Power;
import dev.rapport.experiment.statistics.SequentialTest;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How many exposures an experiment will need before it can see a difference: the smallest number at which {@link Power} is
 * 80 % under the test that the report uses, with α shared by the treatments.
 */
public final class Forecast {
    /** Chance of seeing a difference of the size asked for, if it is there. */
    public static final double POWER = 0.8;

    private static final double MOST = 1L << 33;

    private Forecast() {}

    /**
     * Exposures of all arms together.
     *
     * @param rate share of the control's visitors who reach the goal, above 0 and below 1
     * @param lift smallest relative difference worth seeing, above 0: 0.1 is a tenth more
     * @param arms control included, at least 2, of equal share
     * @return empty where no number of visitors would do
     * @throws IllegalArgumentException for numbers that no experiment can have
     */
    public static OptionalLong exposures(double rate, double lift, int arms) {
        if (!(rate > 0 && rate < 1 && lift > 0 && lift < Double.POSITIVE_INFINITY && arms >= 2)) {
            throw new IllegalArgumentException("rate " + rate + ", lift " + lift + ", arms " + arms);
        }
        double alpha = ExperimentReport.ALPHA / (arms - 1);
        double high = 2;
        while (power(rate, lift, high, alpha) < POWER) {
            high *= 2;
            if (high > MOST) {
                return OptionalLong.empty();
            }
        }
        double low = high / 2;
        while (high - low > 0.5) {
            double middle = (low + high) / 2;
            if (power(rate, lift, middle, alpha) < POWER) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalLong.of((long) Math.ceil(high) * arms);
    }

    private static double power(double rate, double lift, double units, double alpha) {
        return Power.of(Plan.proportion(rate, units, alpha), lift, OptionalDouble.of(SequentialTest.TUNING));
    }
}
