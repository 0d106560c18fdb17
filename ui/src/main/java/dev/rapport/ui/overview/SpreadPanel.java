package dev.rapport.ui.overview;

import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.analytics.Measure;
import dev.rapport.analytics.Range;
import dev.rapport.analytics.Reports;
import dev.rapport.analytics.Reports.Quantiles;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.Numbers;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How scores, late answers and the widget's own cost are spread over the seconds in use. */
final class SpreadPanel {
    private record Row(Measure measure, Quantiles quantiles) {}

    private SpreadPanel() {}

    static Panel of(Reports reports, String site, Range range, Numbers numbers) {
        List<Row> rows = Stream.of(Measure.values())
                .map(measure -> new Row(measure, reports.quantiles(site, range, measure)))
                .toList();
        Paragraph note = new Paragraph(
                "Of the seconds with this number, half are at most the first value, 90 % the second, 99 % the third.");
        note.addClassNames("quiet", "live-small");
        return new Panel(
                "How it is spread",
                note,
                new DataTable<Row>("How it is spread")
                        .text("A second's", row -> name(row.measure()))
                        .number("Seconds", row -> numbers.count(row.quantiles().n()))
                        .number("Half", row -> value(row, Quantiles::half, numbers))
                        .number("90 %", row -> value(row, Quantiles::most, numbers))
                        .number("99 %", row -> value(row, Quantiles::nearlyAll, numbers))
                        .rows(rows));
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case SCORE -> "score";
            case LATENESS -> "late answer of the page (ms beyond 200)";
            case WIDGET_COST -> "cost of the widget (ms)";
        };
    }

    private static String value(Row row, ToDoubleFunction<Quantiles> which, Numbers numbers) {
        return numbers.decimal(which.applyAsDouble(row.quantiles()), 2);
    }
}
