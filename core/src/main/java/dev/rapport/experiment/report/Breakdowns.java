package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.ArmCell.Breakdown;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.statistics.Correction;
import dev.rapport.experiment.statistics.Recommended;
import dev.rapport.experiment.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The main metric within segments and days. Looking at many parts finds differences by chance, so the p-values of segments
 * are corrected over all of them (Holm), and none of them decides.
 *
 * @param metric which metric is split
 * @param segments device, language and visitor, one row a treatment
 * @param days cohorts by day of exposure, one row a treatment; not corrected, they show how the difference develops
 */
public record Breakdowns(Metric metric, List<Row> segments, List<Row> days) {
    public Breakdowns {
        segments = List.copyOf(segments);
        days = List.copyOf(days);
    }

    /**
     * A treatment beside the control in one part.
     *
     * @param by what is split by
     * @param cell the part
     * @param arm name of the treatment
     * @param exposed units of both arms
     * @param control the control's value; NaN without one
     * @param treatment the treatment's value; NaN without one
     * @param change beside the control; empty while it is too early
     * @param adjusted p-value corrected over all rows of segments; the plain one for days, 1 while it is too early
     */
    public record Row(
            Breakdown by,
            String cell,
            String arm,
            long exposed,
            double control,
            double treatment,
            Optional<Comparison> change,
            double adjusted) {}

    /** Splits the experiment's main metric. */
    public static Breakdowns of(Experiment experiment, Cells cells) {
        Metric metric = experiment.measured(Metric.Role.GOAL).getFirst();
        List<Row> segments = new ArrayList<>();
        for (Breakdown by : List.of(Breakdown.DEVICE, Breakdown.LANGUAGE, Breakdown.VISITOR)) {
            segments.addAll(rows(metric, experiment, by, cells.get(by)));
        }
        List<Integer> family = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).change().isPresent()) {
                family.add(i);
            }
        }
        List<Double> adjusted = Correction.HOLM.adjust(
                family.stream().map(i -> segments.get(i).adjusted()).toList());
        for (int i = 0; i < family.size(); i++) {
            Row row = segments.get(family.get(i));
            segments.set(
                    family.get(i),
                    new Row(
                            row.by(),
                            row.cell(),
                            row.arm(),
                            row.exposed(),
                            row.control(),
                            row.treatment(),
                            row.change(),
                            adjusted.get(i)));
        }
        return new Breakdowns(metric, segments, rows(metric, experiment, Breakdown.DAY, cells.get(Breakdown.DAY)));
    }

    private static List<Row> rows(Metric metric, Experiment experiment, Breakdown by, List<ArmCell> cells) {
        List<Row> rows = new ArrayList<>();
        Optional<Variation> control =
                experiment.variations().stream().filter(Variation::control).findFirst();
        if (control.isEmpty()) {
            return rows;
        }
        for (String name : cells.stream().map(ArmCell::cell).distinct().sorted().toList()) {
            List<ArmCell> part =
                    cells.stream().filter(cell -> cell.cell().equals(name)).toList();
            ArmCell base = Headline.cell(control.get().key(), part);
            Statistic without = MetricStatistic.of(metric, base);
            for (Variation variation : experiment.variations()) {
                if (!variation.control()) {
                    ArmCell cell = Headline.cell(variation.key(), part);
                    Statistic with = MetricStatistic.of(metric, cell);
                    Optional<Comparison> change = MetricReport.ask(without, with) instanceof Recommended.Tested tested
                            ? Optional.of(Comparison.of(tested, metric.lowerIsBetter()))
                            : Optional.empty();
                    rows.add(new Row(
                            by,
                            name,
                            variation.name(),
                            base.exposed() + cell.exposed(),
                            without.n() == 0 ? Double.NaN : without.mean(),
                            with.n() == 0 ? Double.NaN : with.mean(),
                            change,
                            change.map(Comparison::pValue).orElse(1.0)));
                }
            }
        }
        return rows;
    }
}
