package dev.rapport.ui.experiments;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rapport.experiment.report.ArmReport;
import dev.rapport.experiment.report.Comparison;
import dev.rapport.experiment.report.Comparison.Standing;
import dev.rapport.ui.part.Chart;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.part.Tag.Tone;
import dev.rapport.ui.wording.Numbers;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One metric: what came out in a sentence an arm, the intervals as bars, and all numbers as a table. */
final class MetricPanel {
    private static final String NOTHING = "–";

    private MetricPanel() {}

    static Panel goal(Reading reading) {
        return panel(
                reading, ComparedMetric.GOAL, "Goal: " + reading.experiment().goal(), false);
    }

    /** A guardrail beside a goal; the goal itself where none is set. */
    static Panel friction(Reading reading) {
        boolean guardrail = reading.hasGoal();
        return panel(
                reading,
                ComparedMetric.FRICTION,
                guardrail ? "Guardrail: friction after exposure" : "Goal: less friction after exposure",
                guardrail);
    }

    private static Panel panel(Reading reading, ComparedMetric metric, String title, boolean guardrail) {
        Paragraph how = new Paragraph(metric.how());
        how.addClassNames("quiet", "live-small");
        Panel panel = new Panel(title, how);
        if (guardrail) {
            Paragraph what = new Paragraph("A guardrail must not get worse; it does not decide the verdict.");
            what.addClassNames("quiet", "live-small");
            panel.add(what);
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("unit", metric.unit());
        ArrayNode rows = data.putArray("rows");
        for (ArmReport arm : reading.report().arms()) {
            if (!arm.control()) {
                panel.add(sentence(reading, metric, arm, guardrail));
                metric.change(arm).ifPresent(change -> bar(rows, arm.name(), change));
            }
        }
        if (!rows.isEmpty()) {
            panel.add(new Chart(
                    Chart.Kind.DIFFERENCE,
                    title + ": differences with their 95 % intervals. The table below has the numbers.",
                    data));
        }
        panel.add(table(reading, metric, title));
        return panel;
    }

    private static void bar(ArrayNode rows, String name, Comparison change) {
        if (Double.isFinite(change.interval().width())) {
            rows.addObject()
                    .put("name", name)
                    .put("low", change.interval().lower())
                    .put("middle", change.difference())
                    .put("high", change.interval().upper());
        }
    }

    private static Div sentence(Reading reading, ComparedMetric metric, ArmReport arm, boolean guardrail) {
        String control = reading.report().arms().stream()
                .filter(ArmReport::control)
                .findFirst()
                .map(one -> metric.value(one, reading.numbers()))
                .orElse(NOTHING);
        Div row = new Div(
                reading.distrusted()
                        ? new Tag("Not to be trusted", Tone.WARNING)
                        : metric.change(arm)
                                .map(change -> guardrail ? guardrail(change) : standing(change.standing()))
                                .orElseGet(() -> new Tag("Too early to compare", Tone.NEUTRAL)),
                new Span(arm.name() + ": " + metric.value(arm, reading.numbers()) + " against " + control
                        + " in the control."));
        row.addClassName("row");
        return row;
    }

    private static Tag standing(Standing standing) {
        return switch (standing) {
            case BETTER -> new Tag("Better, beyond chance", Tone.GOOD);
            case WORSE -> new Tag("Worse, beyond chance", Tone.WARNING);
            case OPEN -> new Tag("Chance alone explains it", Tone.NEUTRAL);
        };
    }

    private static Tag guardrail(Comparison change) {
        return change.standing() == Standing.WORSE
                ? new Tag("Worse, beyond chance", Tone.WARNING)
                : change.safe() ? new Tag("Safe: not worse", Tone.GOOD) : new Tag("Not clear yet", Tone.NEUTRAL);
    }

    private static DataTable<ArmReport> table(Reading reading, ComparedMetric metric, String title) {
        Numbers numbers = reading.numbers();
        DataTable<ArmReport> table =
                new DataTable<ArmReport>(title).text("Arm", arm -> arm.name() + (arm.control() ? " (control)" : ""));
        metric.columns(table, numbers);
        return table.number("Difference", of(metric, change -> metric.difference(change.difference(), numbers)))
                .number("95 % interval", of(metric, change -> interval(change, metric, numbers)))
                .number(
                        "Relative",
                        of(
                                metric,
                                change -> change.relative()
                                        .map(relative -> (relative.value() > 0 ? "+" : "")
                                                + numbers.percent(relative.value(), 1))
                                        .orElse(NOTHING)))
                .number("p", of(metric, change -> reading.p(change.pValue())))
                .number("Chance to win", of(metric, change -> chance(change.chanceToWin(), numbers)))
                .number("Risk", of(metric, change -> metric.risk(change.risk(), numbers)))
                .rows(reading.report().arms());
    }

    private static Function<ArmReport, String> of(ComparedMetric metric, Function<Comparison, String> text) {
        return arm -> metric.change(arm).map(text).orElse(NOTHING);
    }

    private static String interval(Comparison change, ComparedMetric metric, Numbers numbers) {
        return Double.isFinite(change.interval().width())
                ? metric.difference(change.interval().lower(), numbers) + " to "
                        + metric.difference(change.interval().upper(), numbers)
                : "too wide to say";
    }

    /** A chance is never shown as none or certainty. */
    private static String chance(double chance, Numbers numbers) {
        return chance > 0.999
                ? "above " + numbers.percent(0.999, 1)
                : chance < 0.001 ? "below " + numbers.percent(0.001, 1) : numbers.percent(chance, 1);
    }
}
