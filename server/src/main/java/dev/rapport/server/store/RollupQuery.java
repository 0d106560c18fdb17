package dev.rapport.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the rows of one roll-up table that lie in some spans of time. */
final class RollupQuery {
    private final Rollup rollup;
    private final String site;
    private final boolean simulated;
    private final List<Span> spans;
    private final List<Integer> steps;

    /** Rows of one site. */
    RollupQuery(Rollup rollup, String site, boolean simulated, List<Span> spans) {
        this(rollup, site, simulated, spans, spans.stream().map(span -> 0).toList());
    }

    /** Rows of one site, each with the number that {@code steps} gives its span, in the column {@code step}. */
    RollupQuery(Rollup rollup, String site, boolean simulated, List<Span> spans, List<Integer> steps) {
        this.rollup = rollup;
        this.site = site;
        this.simulated = simulated;
        this.spans = List.copyOf(spans);
        this.steps = List.copyOf(steps);
    }

    /**
     * Selects.
     *
     * @param columns what, of the table as {@code kept} and {@code step}
     * @param rest anything after the joins, such as {@code WHERE hint <> '' GROUP BY hint}; never text from outside
     * @param reader makes one thing of each row
     * @param texts arrays of text for the {@code ?} in {@code rest}
     */
    @SafeVarargs
    final <T> List<T> select(
            Connection connection, String columns, String rest, Reader<T> reader, List<String>... texts)
            throws SQLException {
        String sql = "SELECT " + columns
                + " FROM unnest(?::smallint[], ?::timestamptz[], ?::timestamptz[], ?::integer[])"
                + " AS span (grain, since, until, step) JOIN " + rollup.table()
                + " AS kept ON kept.site = ? AND kept.simulated = ? AND kept.grain = span.grain"
                + " AND kept.at >= span.since AND kept.at < span.until" + partitions() + rest;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            new Columns(select, connection)
                    .of("int2", spans, span -> (short) span.grain().ordinal())
                    .texts(spans, span -> span.from().toString())
                    .texts(spans, span -> span.to().toString())
                    .of("int4", steps, step -> step);
            select.setString(5, site);
            select.setBoolean(6, simulated);
            for (int i = 0; i < texts.length; i++) {
                select.setArray(7 + i, connection.createArrayOf("text", texts[i].toArray()));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        }
    }

    /** Says again in constants what the join says by row, so that the planner leaves all other partitions out. */
    private String partitions() {
        if (spans.isEmpty()) {
            return " ";
        }
        String grains = spans.stream()
                .map(span -> String.valueOf(span.grain().ordinal()))
                .distinct()
                .collect(Collectors.joining(", "));
        Instant since =
                spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow();
        Instant until =
                spans.stream().map(Span::to).max(Comparator.naturalOrder()).orElseThrow();
        return " AND kept.grain IN (" + grains + ") AND kept.at >= '" + since + "' AND kept.at < '" + until + "' ";
    }

    /**
     * Makes one thing of the row that a result stands at.
     *
     * @param <T> what
     */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
