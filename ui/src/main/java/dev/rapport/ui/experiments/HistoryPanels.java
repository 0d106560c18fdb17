package dev.rapport.ui.experiments;

import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.report.Comparison;
import dev.rapport.experiment.report.ExposureHistory.Step;
import dev.rapport.ui.part.Behind;
import dev.rapport.ui.part.Chart;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Exposures and effect over time, each with the table behind it. */
final class HistoryPanels {
    private HistoryPanels() {}

    static Panel exposures(Reading reading) {
        List<Variation> arms = reading.experiment().variations();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode names = data.putArray("arms");
        arms.forEach(arm -> names.add(arm.name()));
        ArrayNode points = data.putArray("points");
        DataTable<Step> table = new DataTable<Step>("Exposures over time")
                .text("Until", step -> reading.numbers().time(step.to()));
        for (int i = 0; i < arms.size(); i++) {
            int arm = i;
            table.number(
                    arms.get(i).name(),
                    step -> reading.numbers().count(step.arms().get(arm).exposed()));
        }
        table.number(
                "Split",
                step -> !step.sampleRatio().checked()
                        ? "too few"
                        : step.sampleRatio().alarm()
                                ? "wrong"
                                : reading.withP(step.sampleRatio().pValue()));
        for (Step step : reading.history().steps()) {
            ArrayNode counts =
                    points.addObject().put("at", step.to().toEpochMilli()).putArray("counts");
            step.arms().forEach(arm -> counts.add(arm.exposed()));
        }
        return new Panel(
                "Exposures over time",
                note("All visitors exposed until then. Lines that drift apart from their shares mean that something"
                        + " loses or doubles visitors."),
                new Chart(
                        Chart.Kind.EXPOSURES,
                        "Exposures of each arm over time, cumulative. The table below has the numbers.",
                        data),
                new Behind("Show as a table", table.rows(reading.history().steps())));
    }

    /** Empty while no step could be compared. */
    static Optional<Panel> effect(Reading reading) {
        ComparedMetric metric = reading.hasGoal() ? ComparedMetric.GOAL : ComparedMetric.FRICTION;
        List<Variation> arms = reading.experiment().variations();
        List<Step> steps = reading.history().steps();
        if (steps.stream().allMatch(step -> step.goal().stream().allMatch(Optional::isEmpty))) {
            return Optional.empty();
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("unit", metric.unit());
        ArrayNode series = data.putArray("series");
        DataTable<Step> table = new DataTable<Step>("Difference over time")
                .text("Until", step -> reading.numbers().time(step.to()));
        for (int i = 0; i < arms.size(); i++) {
            int arm = i;
            if (!arms.get(i).control()) {
                ArrayNode points =
                        series.addObject().put("name", arms.get(i).name()).putArray("points");
                steps.forEach(step -> point(points, step, step.goal().get(arm)));
                table.number(arms.get(i).name(), step -> text(step.goal().get(arm), metric, reading));
            }
        }
        return Optional.of(new Panel(
                "Difference over time",
                note("Beside the control, in " + (reading.hasGoal() ? "percentage points" : "mean score")
                        + ", of all visitors exposed until then. The band is the always-valid 95 % interval: the"
                        + " truth stays inside it at every look with a chance of 95 %."),
                new Chart(
                        Chart.Kind.EFFECT,
                        "Difference beside the control over time with its 95 % band. The table below has the numbers.",
                        data),
                new Behind("Show as a table", table.rows(steps))));
    }

    private static void point(ArrayNode points, Step step, Optional<Comparison> change) {
        ObjectNode point = points.addObject().put("at", step.to().toEpochMilli());
        if (change.isPresent() && Double.isFinite(change.get().interval().width())) {
            point.put("low", change.get().interval().lower())
                    .put("middle", change.get().difference())
                    .put("high", change.get().interval().upper());
        } else {
            point.putNull("low").putNull("middle").putNull("high");
        }
    }

    private static String text(Optional<Comparison> change, ComparedMetric metric, Reading reading) {
        return change.map(one -> metric.difference(one.difference(), reading.numbers()) + " ("
                        + metric.difference(one.interval().lower(), reading.numbers()) + " to "
                        + metric.difference(one.interval().upper(), reading.numbers()) + ")")
                .orElse("too early");
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassNames("quiet", "live-small");
        return note;
    }
}
