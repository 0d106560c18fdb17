package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.statistics.Adjusted;
import dev.rapport.experiment.statistics.Difference;
import dev.rapport.experiment.statistics.Estimate.Effect;
import dev.rapport.experiment.statistics.Recommended;
import dev.rapport.experiment.statistics.Scale;
import dev.rapport.experiment.statistics.Tail;
import dev.rapport.experiment.statistics.WelchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Friction after exposure beside the control, plain and adjusted by the same visit's friction before it (CUPED).
 *
 * @param arm name of the treatment
 * @param plain without adjustment
 * @param adjusted with adjustment
 * @param theta weight of the score from before
 * @param saved share of the variance that the adjustment takes away, 0 to 1: as if so many more visitors had come
 * @param imbalance p-value of the difference that the arms had before exposure; below 0.001 something is wrong with the split
 */
public record VarianceReduction(
        String arm, Comparison plain, Comparison adjusted, double theta, double saved, double imbalance) {
    /** Alarm level of {@link #imbalance}. */
    public static final double IMBALANCE = 0.001;

    /** One for each treatment that can be compared. */
    public static List<VarianceReduction> of(Experiment experiment, List<ArmCell> whole) {
        List<VarianceReduction> found = new ArrayList<>();
        Metric friction = experiment.measured().stream()
                .filter(metric -> metric.kind() == Metric.Kind.FRICTION)
                .findFirst()
                .orElseThrow();
        Optional<Variation> control =
                experiment.variations().stream().filter(Variation::control).findFirst();
        if (control.isEmpty()) {
            return found;
        }
        Adjusted without =
                MetricStatistic.adjusted(friction, Headline.cell(control.get().key(), whole));
        for (Variation variation : experiment.variations()) {
            if (!variation.control()) {
                Adjusted with = MetricStatistic.adjusted(friction, Headline.cell(variation.key(), whole));
                compare(variation.name(), without, with).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<VarianceReduction> compare(String arm, Adjusted without, Adjusted with) {
        if (MetricReport.ask(without.post(), with.post()) instanceof Recommended.Tested plain
                && MetricReport.ask(without, with) instanceof Recommended.Tested adjusted) {
            double share =
                    Math.pow(adjusted.effect().standardError() / plain.effect().standardError(), 2);
            double theta = adjusted.effect().theta();
            double imbalance = Difference.of(without.pre(), with.pre(), Scale.ABSOLUTE) instanceof Effect before
                    ? WelchTest.test(before, IMBALANCE, 0, Tail.TWO_SIDED).pValue()
                    : 1;
            return Optional.of(new VarianceReduction(
                    arm,
                    Comparison.of(plain, true),
                    Comparison.of(adjusted, true),
                    Double.isNaN(theta) ? 0 : theta,
                    Math.max(0, 1 - share),
                    imbalance));
        }
        return Optional.empty();
    }
}
