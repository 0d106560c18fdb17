package dev.rapport.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps a page that makes up names from filling the roll-ups: a site gets so many different places a day in each
 * table; what comes beyond is counted under {@value #OTHER}. Thread-safe.
 */
final class PlaceLimit {
    /** The limit of the store. */
    static final int PLACES = 5_000;

    static final String OTHER = "(other)";
    /** Days held in memory; beyond that all are read again. */
    private static final int DAYS = 500;

    private final Database database;
    private final int places;
    private final Map<Day, Set<List<String>>> known = new HashMap<>();

    /** A limit of {@code places}. */
    PlaceLimit(Database database, int places) {
        this.database = database;
        this.places = places;
    }

    /** The labels to count under. */
    synchronized List<String> bounded(
            Rollup rollup, String site, boolean simulated, Instant time, List<String> labels) {
        if (rollup.labels().stream().noneMatch(Rollup::open)) {
            return labels;
        }
        if (known.size() > DAYS) {
            known.clear();
        }
        Day day = new Day(rollup, site, simulated, Grain.DAY.floor(time));
        Set<List<String>> today = known.computeIfAbsent(day, this::read);
        if (today.contains(labels) || (today.size() < places && today.add(labels))) {
            return labels;
        }
        List<String> other = new ArrayList<>(labels);
        for (int i = 0; i < other.size(); i++) {
            if (Rollup.open(rollup.labels().get(i))) {
                other.set(i, OTHER);
            }
        }
        return List.copyOf(other);
    }

    private Set<List<String>> read(Day day) {
        return database.transaction(connection -> read(connection, day));
    }

    private static Set<List<String>> read(Connection connection, Day day) throws SQLException {
        List<String> columns = day.rollup().labels();
        String sql = "SELECT " + String.join(", ", columns) + " FROM "
                + day.rollup().table() + " WHERE site = ? AND simulated = ? AND grain = ? AND at = ?";
        Set<List<String>> places = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, day.site());
            select.setBoolean(2, day.simulated());
            select.setInt(3, Grain.DAY.ordinal());
            select.setTimestamp(4, Timestamp.from(day.start()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    List<String> labels = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        labels.add(rows.getString(i));
                    }
                    places.add(List.copyOf(labels));
                }
            }
        }
        return places;
    }

    private record Day(Rollup rollup, String site, boolean simulated, Instant start) {}
}
