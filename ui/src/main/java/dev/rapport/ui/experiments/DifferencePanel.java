package dev.rapport.ui.experiments;

import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.experiment.report.ArmReport;
import dev.rapport.experiment.report.Comparison;
import dev.rapport.experiment.report.ExperimentReport;
import dev.rapport.ui.part.Chart;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Treatments beside the control in one metric: bars with their intervals, and the same as a table. */
final class DifferencePanel {
    private DifferencePanel() {}

    static Optional<Panel> conversion(ExperimentReport report, Numbers numbers) {
        if (report.experiment().goal().isEmpty()) {
            return Optional.empty();
        }
        return panel(
                "Difference in “" + report.experiment().goal() + "”",
                "Percentage points beside the control; to the right is better.",
                "percent",
                report.arms(),
                ArmReport::conversionChange,
                value -> numbers.percent(value, 2),
                numbers);
    }

    static Optional<Panel> friction(ExperimentReport report, Numbers numbers) {
        return panel(
                "Difference in friction after exposure",
                "Mean score beside the control; to the left is better.",
                "score",
                report.arms(),
                ArmReport::frictionChange,
                value -> numbers.decimal(value, 3),
                numbers);
    }

    private static Optional<Panel> panel(
            String title,
            String how,
            String unit,
            List<ArmReport> arms,
            Function<ArmReport, Optional<Comparison>> change,
            DoubleFunction<String> format,
            Numbers numbers) {
        List<Row> rows = arms.stream()
                .flatMap(arm -> change.apply(arm).map(comparison -> new Row(arm.name(), comparison)).stream())
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("unit", unit);
        ArrayNode list = data.putArray("rows");
        for (Row row : rows) {
            Comparison comparison = row.comparison();
            if (Double.isFinite(comparison.interval().width())) {
                list.addObject()
                        .put("name", row.name())
                        .put("low", comparison.interval().lower())
                        .put("middle", comparison.difference())
                        .put("high", comparison.interval().upper());
            }
        }
        DataTable<Row> table = new DataTable<Row>(title)
                .text("Arm", Row::name)
                .number("Difference", row -> signed(row.comparison().difference(), format))
                .number("95 % interval", row -> interval(row.comparison(), format))
                .number(
                        "Relative",
                        row -> row.comparison()
                                .relative()
                                .map(relative -> signed(relative.value(), value -> numbers.percent(value, 1)))
                                .orElse("–"))
                .number("p", row -> ReportPanels.p(row.comparison().pValue(), numbers))
                .rows(rows);
        Paragraph note =
                new Paragraph(how + " A bar that crosses zero says that chance alone explains the difference.");
        note.addClassNames("quiet", "live-small");
        Panel panel = new Panel(title, note);
        if (!list.isEmpty()) {
            panel.add(new Chart(Chart.Kind.DIFFERENCE, title + ". The table below has the numbers.", data));
        }
        panel.add(table);
        return Optional.of(panel);
    }

    private static String interval(Comparison comparison, DoubleFunction<String> format) {
        double lower = comparison.interval().lower();
        double upper = comparison.interval().upper();
        return Double.isFinite(lower) && Double.isFinite(upper)
                ? signed(lower, format) + " to " + signed(upper, format)
                : "too wide to say";
    }

    private static String signed(double value, DoubleFunction<String> format) {
        return (value > 0 ? "+" : "") + format.apply(value);
    }

    private record Row(String name, Comparison comparison) {}
}
