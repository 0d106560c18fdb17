package dev.rapport.experiment.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Sample-ratio mismatch: did the arms get their share of units? Pearson's χ² of counts against weights, arms - 1 degrees
 * of freedom. Arms of weight 0 are left out; an arm with weight and no unit counts.
 */
public final class SampleRatio {
    private SampleRatio() {}

    /**
     * How likely a split at least as uneven is by chance; 1 when there are no units.
     *
     * @param units of each arm
     * @param weights of each arm, any positive scale
     */
    public static double pValue(List<Long> units, List<Double> weights) {
        Possible.that(
                units.size() == weights.size(),
                "there are " + units.size() + " arms and " + weights.size() + " weights");
        double total = 0;
        double weight = 0;
        int arms = 0;
        for (int i = 0; i < units.size(); i++) {
            Possible.count(units.get(i));
            Possible.that(
                    weights.get(i) >= 0 && Double.isFinite(weights.get(i)), "a weight cannot be " + weights.get(i));
            if (weights.get(i) > 0) {
                total += units.get(i);
                weight += weights.get(i);
                arms++;
            }
        }
        if (total == 0 || arms < 2) {
            return 1;
        }
        double square = 0;
        for (int i = 0; i < units.size(); i++) {
            if (weights.get(i) > 0) {
                double expected = total * weights.get(i) / weight;
                square += (units.get(i) - expected) * (units.get(i) - expected) / expected;
            }
        }
        return ChiSquaredDistribution.of(arms - 1).survivalProbability(square);
    }
}
