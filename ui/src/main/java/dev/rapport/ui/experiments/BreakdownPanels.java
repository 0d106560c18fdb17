package dev.rapport.ui.experiments;

import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.analytics.ArmCell.Breakdown;
import dev.rapport.experiment.report.Breakdowns;
import dev.rapport.experiment.report.Breakdowns.Row;
import dev.rapport.experiment.report.Comparison;
import dev.rapport.ui.part.Behind;
import dev.rapport.ui.part.Chart;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.part.Tag.Tone;
import dev.rapport.ui.wording.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The main metric within segments and day by day. */
final class BreakdownPanels {
    private BreakdownPanels() {}

    static Panel segments(Reading reading, Breakdowns breakdowns) {
        Numbers numbers = reading.numbers();
        Paragraph note = note(breakdowns.metric().name() + " within each segment. Among "
                + breakdowns.segments().size()
                + " looks some differ by chance, so p is corrected for all of them (Holm). Nothing here decides; what"
                + " stands out is a question for the next experiment.");
        DataTable<Row> table = table("Segments", "Segment", row -> word(row, numbers), reading, breakdowns)
                .number(
                        "p corrected",
                        row -> row.change().isPresent() ? reading.p(row.adjusted()) : MetricWords.NOTHING);
        return new Panel("Segments", note, table.rows(breakdowns.segments()))
                .actions(new Tag("Exploratory", Tone.WARNING));
    }

    static Panel days(Reading reading, Breakdowns breakdowns) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("unit", MetricWords.share(breakdowns.metric()) ? "percent" : "score");
        ArrayNode rows = data.putArray("rows");
        for (Row row : breakdowns.days()) {
            row.change()
                    .filter(change -> Double.isFinite(change.interval().width()))
                    .ifPresent(change -> bar(rows, row, change, reading));
        }
        Panel panel = new Panel(
                "Visitors by day of exposure",
                note(breakdowns.metric().name() + " of the visitors exposed on each day (UTC), with what they did until"
                        + " now. A difference that shrinks from day to day is a novelty wearing off."));
        if (!rows.isEmpty()) {
            panel.add(new Chart(
                    Chart.Kind.DIFFERENCE,
                    "Differences by day of exposure with their 95 % intervals. The table below has the numbers.",
                    data));
        }
        DataTable<Row> table =
                table("Visitors by day", "Day", Row::cell, reading, breakdowns).rows(breakdowns.days());
        panel.add(rows.isEmpty() ? table : new Behind("Show as a table", table));
        return panel;
    }

    private static void bar(ArrayNode rows, Row row, Comparison change, Reading reading) {
        boolean one = reading.report().arms().size() <= 2;
        rows.addObject()
                .put("name", one ? row.cell() : row.cell() + " " + row.arm())
                .put("low", change.interval().lower())
                .put("middle", change.difference())
                .put("high", change.interval().upper());
    }

    private static DataTable<Row> table(
            String name, String first, Function<Row, String> cell, Reading reading, Breakdowns breakdowns) {
        Numbers numbers = reading.numbers();
        return new DataTable<Row>(name)
                .text(first, cell::apply)
                .text("Arm", Row::arm)
                .number("Exposed", row -> numbers.count(row.exposed()))
                .number("Control", row -> MetricWords.value(breakdowns.metric(), row.control(), numbers))
                .number("Arm’s value", row -> MetricWords.value(breakdowns.metric(), row.treatment(), numbers))
                .number(
                        "Difference",
                        row -> row.change()
                                .map(change ->
                                        MetricWords.difference(breakdowns.metric(), change.difference(), numbers))
                                .orElse("too early"))
                .number(
                        "95 % interval",
                        row -> row.change()
                                .map(change -> MetricWords.interval(breakdowns.metric(), change, numbers))
                                .orElse(MetricWords.NOTHING));
    }

    /** A segment in words. */
    static String word(Row row, Numbers numbers) {
        return place(row.by(), row.cell(), numbers);
    }

    static String place(Breakdown by, String cell, Numbers numbers) {
        return switch (by) {
            case NONE -> "all";
            case DAY -> cell;
            case DEVICE ->
                switch (cell) {
                    case "mouse" -> "Device: mouse";
                    case "touch" -> "Device: touch";
                    case "keyboard" -> "Device: keyboard";
                    default -> "Device: unknown";
                };
            case LANGUAGE ->
                cell.length() == 2
                        ? "Language: " + Locale.of(cell).getDisplayLanguage(numbers.locale())
                        : "Language: " + cell;
            case VISITOR -> "Visitor: " + cell;
        };
    }

    /** The worst parts of a wrong split in words. */
    static String places(Reading reading) {
        List<String> words = reading.details().splits().stream()
                .map(place -> place(place.by(), place.cell(), reading.numbers()) + " (“" + place.arm() + "”, "
                        + reading.withP(place.pValue()) + ")")
                .toList();
        return words.isEmpty() ? "" : " It shows most in " + String.join("; ", words) + ".";
    }

    private static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassNames("quiet", "live-small");
        return note;
    }
}
