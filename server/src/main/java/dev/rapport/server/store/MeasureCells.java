package dev.rapport.server.store;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.MetricSums;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds the roll-ups of metrics up to the cells of a report: one question for sums, one for histograms. */
final class MeasureCells {
    private MeasureCells() {}

    private record Place(String cell, String variation) {}

    static List<ArmCell> read(
            Connection connection, RollupQuery sums, RollupQuery bins, String experiment, ArmCell.Breakdown by)
            throws SQLException {
        String cell = switch (by) {
            case NONE -> "''::text";
            case DAY -> "to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD')";
            case DEVICE -> "device";
            case LANGUAGE -> "language";
            case VISITOR -> "visitor";
        };
        Map<Place, Map<String, MetricSums>> metrics =
                new TreeMap<>(java.util.Comparator.comparing(Place::cell).thenComparing(Place::variation));
        sums.select(
                connection,
                cell + " AS cell, variation, metric, sum(n), sum(x), sum(xx), sum(y), sum(yy), sum(xy)",
                "WHERE experiment = ANY (?) GROUP BY 1, 2, 3",
                row -> metrics.computeIfAbsent(new Place(row.getString(1), row.getString(2)), fresh -> new TreeMap<>())
                        .put(
                                row.getString(3),
                                new MetricSums(
                                        row.getDouble(4),
                                        row.getDouble(5),
                                        row.getDouble(6),
                                        row.getDouble(7),
                                        row.getDouble(8),
                                        row.getDouble(9))),
                List.of(experiment));
        Map<Place, Map<String, SortedMap<Integer, Long>>> histograms = new HashMap<>();
        bins.select(
                connection,
                cell + " AS cell, variation, metric, bin, sum(n)",
                "WHERE experiment = ANY (?) GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0",
                row -> histograms
                        .computeIfAbsent(new Place(row.getString(1), row.getString(2)), fresh -> new TreeMap<>())
                        .computeIfAbsent(row.getString(3), fresh -> new TreeMap<>())
                        .put(Integer.parseInt(row.getString(4)), row.getLong(5)),
                List.of(experiment));
        List<ArmCell> cells = new ArrayList<>();
        metrics.forEach((place, found) -> {
            MetricSums exposed = found.remove("");
            found.values().removeIf(sum -> sum.n() == 0);
            cells.add(new ArmCell(
                    place.variation(),
                    place.cell(),
                    exposed == null ? 0 : Math.round(exposed.n()),
                    found,
                    histograms.getOrDefault(place, Map.of())));
        });
        return cells;
    }
}
