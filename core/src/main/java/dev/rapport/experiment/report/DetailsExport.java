package dev.rapport.experiment.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.statistics.Interval;
import dev.rapport.json.JsonPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The details of a report in files. */
final class DetailsExport {
    private DetailsExport() {}

    static void json(Experiment experiment, Details details, ObjectNode node) {
        ArrayNode metrics = node.putArray("metrics");
        for (MetricReport report : details.metrics()) {
            Metric metric = report.metric();
            ObjectNode out = metrics.addObject()
                    .put("id", metric.id())
                    .put("key", metric.key())
                    .put("name", metric.name())
                    .put("kind", JsonPlace.word(metric.kind()))
                    .put("role", JsonPlace.word(metric.role()))
                    .put("lower_is_better", metric.lowerIsBetter());
            ArrayNode arms = out.putArray("arms");
            for (MetricReport.Row row : report.arms()) {
                ObjectNode arm = arms.addObject().put("variation", row.variation());
                number(arm, "numerator", row.numerator());
                number(arm, "denominator", row.denominator());
                number(arm, "value", row.value());
                row.change().ifPresent(change -> change(change, arm.putObject("change")));
                if (!row.early().isEmpty()) {
                    arm.put("too_early", row.early());
                }
            }
        }
        details.breakdowns().ifPresent(breakdowns -> {
            rows(breakdowns.segments(), node.putArray("segments"));
            rows(breakdowns.days(), node.putArray("days"));
        });
        ArrayNode reductions = node.putArray("variance_reduction");
        for (VarianceReduction reduction : details.reductions()) {
            ObjectNode out = reductions.addObject().put("arm", reduction.arm());
            change(reduction.plain(), out.putObject("plain"));
            change(reduction.adjusted(), out.putObject("adjusted"));
            number(out, "theta", reduction.theta());
            number(out, "variance_saved", reduction.saved());
            number(out, "imbalance_p", reduction.imbalance());
        }
        ArrayNode splits = node.putArray("wrong_splits");
        details.splits()
                .forEach(place -> splits.addObject()
                        .put("by", JsonPlace.word(place.by()))
                        .put("cell", place.cell())
                        .put("arm", place.arm())
                        .put("p", place.pValue()));
        ArrayNode power = node.putArray("power");
        for (Progress.Row row : details.progress().rows()) {
            ObjectNode out = power.addObject().put("lift", row.lift()).put("now", row.now());
            row.moreExposures().ifPresent(more -> out.put("more_exposures", more));
            row.days().ifPresent(days -> out.put("days", days));
        }
        ArrayNode decisions = node.putArray("decisions");
        experiment
                .decisions()
                .forEach(decision -> decisions
                        .addObject()
                        .put("at", decision.at().toString())
                        .put("by", decision.by())
                        .put("step", JsonPlace.word(decision.step()))
                        .put("note", decision.note()));
    }

    /** Cells of the lines after the goal's and friction's: arm, control, metric, segment, then the numbers. */
    static List<List<String>> csv(Details details) {
        List<List<String>> lines = new ArrayList<>();
        for (MetricReport report : details.metrics()) {
            for (MetricReport.Row row : report.arms()) {
                lines.add(line(
                        row.name(),
                        String.valueOf(row.control()),
                        report.metric().name(),
                        "",
                        row.numerator(),
                        row.denominator(),
                        row.value(),
                        row.change()));
            }
        }
        details.breakdowns().ifPresent(breakdowns -> {
            List<Breakdowns.Row> rows = new ArrayList<>(breakdowns.segments());
            rows.addAll(breakdowns.days());
            for (Breakdowns.Row row : rows) {
                lines.add(line(
                        row.arm(),
                        "false",
                        breakdowns.metric().name(),
                        JsonPlace.word(row.by()) + "=" + row.cell(),
                        Double.NaN,
                        row.exposed(),
                        row.treatment(),
                        row.change()));
            }
        });
        return lines;
    }

    private static List<String> line(
            String arm,
            String control,
            String metric,
            String segment,
            double numerator,
            double denominator,
            double value,
            Optional<Comparison> change) {
        return List.of(
                arm,
                control,
                metric,
                segment,
                ReportExport.number(numerator),
                ReportExport.number(denominator),
                ReportExport.number(value),
                change.map(c -> ReportExport.number(c.difference())).orElse(""),
                change.map(c -> ReportExport.number(c.interval().lower())).orElse(""),
                change.map(c -> ReportExport.number(c.interval().upper())).orElse(""),
                change.flatMap(Comparison::relative)
                        .map(relative -> ReportExport.number(relative.value()))
                        .orElse(""),
                change.map(c -> ReportExport.number(c.pValue())).orElse(""),
                change.map(c -> ReportExport.number(c.chanceToWin())).orElse(""),
                change.map(c -> ReportExport.number(c.risk())).orElse(""));
    }

    private static void rows(List<Breakdowns.Row> rows, ArrayNode out) {
        for (Breakdowns.Row row : rows) {
            ObjectNode node = out.addObject()
                    .put("by", JsonPlace.word(row.by()))
                    .put("cell", row.cell())
                    .put("arm", row.arm())
                    .put("exposed", row.exposed());
            number(node, "control", row.control());
            number(node, "treatment", row.treatment());
            row.change().ifPresent(change -> change(change, node.putObject("change")));
            number(node, "p_adjusted", row.adjusted());
        }
    }

    static void change(Comparison change, ObjectNode node) {
        number(node, "difference", change.difference());
        interval(node, "interval", change.interval());
        number(node, "p", change.pValue());
        change.relative().ifPresent(relative -> {
            number(node, "relative", relative.value());
            interval(node, "relative_interval", relative.interval());
        });
        number(node, "chance_to_win", change.chanceToWin());
        number(node, "risk", change.risk());
    }

    static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    static void interval(ObjectNode node, String name, Interval interval) {
        ArrayNode ends = node.putArray(name);
        for (double end : new double[] {interval.lower(), interval.upper()}) {
            if (Double.isFinite(end)) {
                ends.add(end);
            } else {
                ends.addNull();
            }
        }
    }
}
