package dev.rapport.experiment.report;

import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.statistics.SampleRatio;
import java.util.List;

/**
 * Did the arms get their share of units?
 *
 * @param checked false while there are fewer than 8 units an arm
 * @param pValue how likely so uneven a split is by chance; 1 while not checked
 * @param threshold alarm below it: 0.001, or 0.0001 while running, because a running experiment is looked at often
 * @param furthest key of the arm furthest from its share
 */
public record SampleRatioCheck(boolean checked, double pValue, double threshold, String furthest) {
    /** Units an arm needs, on average, before the split is checked. */
    public static final int FEWEST_PER_ARM = 8;

    /** Counts beyond are no counts: they would lose digits. */
    private static final long MOST_UNITS = 1L << 53;

    /** True when the split is not chance: no other number of the experiment can be trusted. */
    public boolean alarm() {
        return checked && pValue < threshold;
    }

    static SampleRatioCheck of(Experiment experiment, List<ArmTotals> arms) {
        List<Double> weights = experiment.variations().stream()
                .map(Experiment.Variation::weight)
                .toList();
        List<Long> units = arms.stream().map(ArmTotals::exposed).toList();
        long total = units.stream().mapToLong(n -> n).sum();
        double weight = weights.stream().mapToDouble(w -> w).sum();
        String furthest = "";
        double worst = -1;
        for (int i = 0; i < units.size(); i++) {
            double expected = total * weights.get(i) / weight;
            double distance = expected > 0 ? Math.abs(units.get(i) - expected) / Math.sqrt(expected) : 0;
            if (distance > worst) {
                worst = distance;
                furthest = arms.get(i).variation();
            }
        }
        boolean enough = total >= (long) FEWEST_PER_ARM * units.size()
                && units.stream().allMatch(n -> n >= 0 && n <= MOST_UNITS);
        double threshold = experiment.status() == Experiment.Status.RUNNING ? 0.0001 : 0.001;
        return new SampleRatioCheck(enough, enough ? SampleRatio.pValue(units, weights) : 1, threshold, furthest);
    }
}
