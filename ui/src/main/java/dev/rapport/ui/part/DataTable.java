package dev.rapport.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A table of plain HTML, so that a screen reader reads it as one. The first column heads its row. On a narrow screen each
 * row becomes a card, its numbers named by their columns; the roles keep it a table for screen readers all the same.
 *
 * @param <T> what a row shows
 */
public final class DataTable<T> extends Div {
    private static final long serialVersionUID = 1L;

    private static final String NOTHING = "–";

    private final List<Column<T>> columns = new ArrayList<>();
    private final NativeTable table = new NativeTable();

    /** An empty table that a screen reader announces by this name. */
    public DataTable(String name) {
        addClassName("table-box");
        table.addClassName("data");
        table.getElement().setAttribute("aria-label", name);
        table.getElement().setAttribute("role", "table");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
        getElement().setAttribute("tabindex", "0");
        add(table);
    }

    /** Adds a column of text. */
    public DataTable<T> text(String header, Function<T, String> text) {
        columns.add(new Column<>(header, row -> new Span(text.apply(row)), false));
        return this;
    }

    /** Adds a column of numbers, set to the right. */
    public DataTable<T> number(String header, Function<T, String> number) {
        columns.add(new Column<>(header, row -> new Span(number.apply(row)), true));
        return this;
    }

    /** Adds a column of components. */
    public DataTable<T> part(String header, Function<T, Component> part) {
        columns.add(new Column<>(header, part, false));
        return this;
    }

    /** Shows these rows in place of the ones before. */
    public DataTable<T> rows(Collection<T> rows) {
        table.removeAll();
        table.setClassName("pairs", columns.size() == 2 && !columns.get(1).number());
        table.getHead().getElement().setAttribute("role", "rowgroup");
        NativeTableRow head = table.getHead().addRow();
        head.getElement().setAttribute("role", "row");
        for (Column<T> column : columns) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(column.header());
            cell.getElement().setAttribute("scope", "col");
            cell.getElement().setAttribute("role", "columnheader");
            cell.setClassName("number", column.number());
        }
        NativeTableBody body = table.getBody();
        body.getElement().setAttribute("role", "rowgroup");
        for (T row : rows) {
            NativeTableRow line = body.addRow();
            line.getElement().setAttribute("role", "row");
            for (int i = 0; i < columns.size(); i++) {
                add(line, columns.get(i), row, i == 0);
            }
        }
        return this;
    }

    private void add(NativeTableRow line, Column<T> column, T row, boolean first) {
        if (first) {
            NativeTableHeaderCell cell = line.addHeaderCell();
            cell.getElement().setAttribute("scope", "row");
            cell.getElement().setAttribute("role", "rowheader");
            cell.add(column.part().apply(row));
        } else {
            NativeTableCell cell = line.addDataCell();
            cell.getElement().setAttribute("role", "cell");
            cell.getElement().setAttribute("data-column", column.header());
            Component part = column.part().apply(row);
            cell.setClassName("number", column.number());
            cell.setClassName("nothing", part.getElement().getText().equals(NOTHING));
            cell.add(part);
        }
    }

    private record Column<T>(String header, Function<T, Component> part, boolean number) {}
}
