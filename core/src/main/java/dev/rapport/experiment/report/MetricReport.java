package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.statistics.Adjusted;
import dev.rapport.experiment.statistics.AdjustedRatio;
import dev.rapport.experiment.statistics.ClusteredQuantile;
import dev.rapport.experiment.statistics.Quantile;
import dev.rapport.experiment.statistics.Ratio;
import dev.rapport.experiment.statistics.Recommended;
import dev.rapport.experiment.statistics.SequentialTest;
import dev.rapport.experiment.statistics.Statistic;
import dev.rapport.experiment.statistics.UserValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One metric over all arms.
 *
 * @param metric which
 * @param arms in the order of the settings
 */
public record MetricReport(Metric metric, List<Row> arms) {
    public MetricReport {
        arms = List.copyOf(arms);
    }

    /**
     * One arm.
     *
     * @param variation key
     * @param name for the console
     * @param control true for the arm that sees nothing
     * @param numerator what was added up; NaN for a quantile
     * @param denominator by what it is divided
     * @param value the arm's value; NaN while it has none
     * @param change beside the control; empty for the control, while it is too early, and where the control can have no number
     * @param early why there is no change yet; empty where there is one or can be none
     */
    public record Row(
            String variation,
            String name,
            boolean control,
            double numerator,
            double denominator,
            double value,
            Optional<Comparison> change,
            String early) {}

    /** Every metric of the experiment, whose cells must be possible. */
    public static List<MetricReport> all(Experiment experiment, List<ArmCell> whole) {
        return experiment.measured().stream()
                .map(metric -> of(metric, experiment, whole))
                .toList();
    }

    static MetricReport of(Metric metric, Experiment experiment, List<ArmCell> whole) {
        List<Row> rows = new ArrayList<>();
        Optional<Statistic> control = experiment.variations().stream()
                .filter(Variation::control)
                .findFirst()
                .map(variation -> MetricStatistic.of(metric, Headline.cell(variation.key(), whole)));
        for (Variation variation : experiment.variations()) {
            Statistic arm = MetricStatistic.of(metric, Headline.cell(variation.key(), whole));
            boolean compared = !variation.control() && !metric.kind().onlyWhereShown() && control.isPresent();
            Optional<Comparison> change = Optional.empty();
            String early = "";
            if (compared) {
                switch (ask(control.orElseThrow(), arm)) {
                    case Recommended.Tested tested ->
                        change = Optional.of(Comparison.of(tested, metric.lowerIsBetter()));
                    case Recommended.TooEarly wait -> early = wait.reason();
                }
            }
            rows.add(new Row(
                    variation.key(),
                    variation.name(),
                    variation.control(),
                    numerator(arm),
                    denominator(arm),
                    arm.n() == 0 || denominator(arm) == 0 ? Double.NaN : arm.unadjustedMean(),
                    change,
                    early));
        }
        return new MetricReport(metric, rows);
    }

    static Recommended.Answer ask(Statistic control, Statistic treatment) {
        return Recommended.ask(control, treatment, ExperimentReport.ALPHA, SequentialTest.TUNING);
    }

    /** True when any arm has a number, so that the metric is worth a row. */
    public boolean any() {
        return arms.stream()
                .anyMatch(row ->
                        !Double.isNaN(row.value()) && (row.numerator() != 0 || metric.kind() == Metric.Kind.QUANTILE));
    }

    private static double numerator(Statistic arm) {
        return switch (arm) {
            case UserValues values -> values.sum();
            case Ratio ratio -> ratio.numerator().sum();
            case Adjusted adjusted -> adjusted.post().sum();
            case AdjustedRatio ratio -> ratio.post().numerator().sum();
            case Quantile quantile -> Double.NaN;
            case ClusteredQuantile quantile -> Double.NaN;
        };
    }

    private static double denominator(Statistic arm) {
        return switch (arm) {
            case Ratio ratio -> ratio.denominator().sum();
            case AdjustedRatio ratio -> ratio.post().denominator().sum();
            case UserValues values -> values.n();
            case Adjusted adjusted -> adjusted.n();
            case Quantile quantile -> quantile.n();
            case ClusteredQuantile quantile -> quantile.n();
        };
    }
}
