package dev.rapport.ui.learning;

import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.learning.HowRight;
import dev.rapport.ui.part.Behind;
import dev.rapport.ui.part.Chart;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.Numbers;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the score said and what visitors said, as a picture and as numbers. */
final class AnswersPanel {
    private AnswersPanel() {}

    private record Row(int bin, HowRight.Bin answers) {}

    static Panel of(HowRight right, Numbers numbers) {
        List<Row> rows = IntStream.range(0, right.bins().size())
                .mapToObj(bin -> new Row(bin, right.bins().get(bin)))
                .filter(row -> row.answers().labels() > 0)
                .toList();
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode points = data.putArray("points");
        rows.forEach(row -> points.addObject()
                .put("said", row.answers().said())
                .put("truth", row.answers().truth())
                .put("labels", row.answers().labels()));
        DataTable<Row> table = new DataTable<Row>("Score and answers")
                .text(
                        "Score",
                        row -> numbers.percent(row.bin() / 10.0) + " – " + numbers.percent((row.bin() + 1) / 10.0))
                .number("Answers", row -> numbers.count(row.answers().labels()))
                .number("Mean score", row -> numbers.percent(row.answers().said()))
                .number("Said it was hard", row -> numbers.percent(row.answers().truth()))
                .rows(rows);
        String summary = "Of moments scored alike, how many visitors said it was hard. The mean gap is "
                + numbers.percent(right.calibrationError()) + ". The table below has each step.";
        return new Panel(
                "What the score said, and what visitors said",
                note("On the dashed line a score of 70 % would mean that seven of ten visitors say it is hard. Only"
                        + " those who answer are counted, and they may differ from those who do not."),
                new Chart(Chart.Kind.CALIBRATION, summary, data),
                new Behind("Show as a table", table));
    }

    static Paragraph note(String text) {
        Paragraph note = new Paragraph(text);
        note.addClassName("quiet");
        return note;
    }
}
