package dev.rapport.models.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table being written. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... heads) {
        rows.add(List.of(heads));
    }

    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Double number ? number(number) : String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    static String number(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.2f", number) : "–";
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|").append(" --- |".repeat(rows.getFirst().size())).append('\n');
            }
        }
        return text.toString();
    }
}
