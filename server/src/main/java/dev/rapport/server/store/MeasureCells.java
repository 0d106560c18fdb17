package dev.rapport.server.store;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.MetricSums;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds the roll-ups of one experiment's metrics up to the cells of a report: one question for sums, one for histograms. Each
 * span of time is a range of the tables' keys, so that only its rows are read however many others there are.
 *
 * @param site id
 * @param simulated whether simulated visitors are meant
 * @param experiment id
 * @param spans of time, at least one
 */
record MeasureCells(String site, boolean simulated, String experiment, List<Span> spans) {
    private record Place(String cell, String variation) {}

    List<ArmCell> read(Connection connection, ArmCell.Breakdown by) throws SQLException {
        Map<Place, Map<String, MetricSums>> metrics =
                new TreeMap<>(Comparator.comparing(Place::cell).thenComparing(Place::variation));
        String sums =
                "SELECT " + cell(by) + ", variation, metric, sum(n), sum(x), sum(xx), sum(y), sum(yy), sum(xy) FROM "
                        + rows(Rollup.MEASURE) + " GROUP BY 1, 2, 3";
        try (PreparedStatement select = bound(connection, sums);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                metrics.computeIfAbsent(new Place(row.getString(1), row.getString(2)), fresh -> new TreeMap<>())
                        .put(
                                row.getString(3),
                                new MetricSums(
                                        row.getDouble(4),
                                        row.getDouble(5),
                                        row.getDouble(6),
                                        row.getDouble(7),
                                        row.getDouble(8),
                                        row.getDouble(9)));
            }
        }
        Map<Place, Map<String, SortedMap<Integer, Long>>> bins = bins(connection, by);
        List<ArmCell> cells = new ArrayList<>();
        metrics.forEach((place, found) -> {
            MetricSums exposed = found.remove("");
            found.values().removeIf(sum -> sum.n() == 0);
            cells.add(new ArmCell(
                    place.variation(),
                    place.cell(),
                    exposed == null ? 0 : Math.round(exposed.n()),
                    found,
                    bins.getOrDefault(place, Map.of())));
        });
        return cells;
    }

    private Map<Place, Map<String, SortedMap<Integer, Long>>> bins(Connection connection, ArmCell.Breakdown by)
            throws SQLException {
        Map<Place, Map<String, SortedMap<Integer, Long>>> found = new HashMap<>();
        String sql = "SELECT " + cell(by) + ", variation, metric, bin, sum(n) FROM " + rows(Rollup.BIN)
                + " GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0";
        try (PreparedStatement select = bound(connection, sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.computeIfAbsent(new Place(row.getString(1), row.getString(2)), fresh -> new TreeMap<>())
                        .computeIfAbsent(row.getString(3), fresh -> new TreeMap<>())
                        .put(Integer.parseInt(row.getString(4)), row.getLong(5));
            }
        }
        return found;
    }

    private static String cell(ArmCell.Breakdown by) {
        return switch (by) {
            case NONE -> "''";
            case DAY -> "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
            case DEVICE -> "device";
            case LANGUAGE -> "language";
            case VISITOR -> "visitor";
        };
    }

    private String rows(Rollup rollup) {
        List<String> parts = spans.stream()
                .map(span -> "SELECT * FROM " + rollup.table()
                        + " WHERE site = ? AND simulated = ? AND experiment = ? AND grain = "
                        + span.grain().ordinal() + " AND at >= ? AND at < ?")
                .toList();
        return "(" + String.join(" UNION ALL ", parts) + ") AS kept";
    }

    private PreparedStatement bound(Connection connection, String sql) throws SQLException {
        PreparedStatement select = connection.prepareStatement(sql);
        int next = 1;
        for (Span span : spans) {
            select.setString(next++, site);
            select.setBoolean(next++, simulated);
            select.setString(next++, experiment);
            select.setTimestamp(next++, Timestamp.from(span.from()));
            select.setTimestamp(next++, Timestamp.from(span.to()));
        }
        return select;
    }
}
