package dev.rapport.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts for one roll-up table, added up in memory and written in at most two statements. Not thread-safe. */
final class RollupBatch {
    private final Rollup rollup;
    private final PlaceLimit limit;
    private final Map<RollupKey, Counts> rows = new TreeMap<>();

    /** An empty batch that keeps to {@code limit}. */
    RollupBatch(Rollup rollup, PlaceLimit limit) {
        this.rollup = rollup;
        this.limit = limit;
    }

    /** The counts of one place in time, to be added to; they go to every grain. */
    Place at(String site, boolean simulated, Instant time, String... labels) {
        if (labels.length != rollup.labels().size()) {
            throw new IllegalArgumentException(rollup + " is counted by " + rollup.labels());
        }
        List<String> bounded = limit.bounded(rollup, site, simulated, time, List.of(labels));
        List<Counts> counts = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            RollupKey key = new RollupKey(site, simulated, grain, grain.floor(time), bounded);
            counts.add(rows.computeIfAbsent(key, fresh -> new Counts(rollup)));
        }
        return new Place(rollup, counts);
    }

    /** Adds everything to the table. */
    void write(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Map<RollupKey, Counts> merged = addSums(connection);
        if (!merged.isEmpty()) {
            replaceSketches(connection, merged);
        }
    }

    /** Adds sums, inserts new rows, and gives back the rows whose sketches must be replaced by the union. */
    private Map<RollupKey, Counts> addSums(Connection connection) throws SQLException {
        String sql = insertion()
                + join(rollup.sums(), sum -> sum + " = kept." + sum + " + excluded." + sum)
                + (rollup.sketches().isEmpty()
                        ? ""
                        : " RETURNING " + join(keyColumns(), k -> "kept." + k) + ", "
                                + join(rollup.sketches(), s -> "kept." + s));
        Map<RollupKey, Counts> changed = new TreeMap<>();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            bind(insert, connection, rows);
            if (rollup.sketches().isEmpty()) {
                insert.executeUpdate();
                return changed;
            }
            try (ResultSet kept = insert.executeQuery()) {
                while (kept.next()) {
                    RollupKey key = key(kept);
                    Counts counts = rows.get(key);
                    if (counts != null && counts.mergeInto(kept, keyColumns().size())) {
                        changed.put(key, counts);
                    }
                }
            }
        }
        return changed;
    }

    /** By insertion, which finds each row's partition by its key; an update by join would look into all of them. */
    private void replaceSketches(Connection connection, Map<RollupKey, Counts> merged) throws SQLException {
        String sql = insertion() + join(rollup.sketches(), s -> s + " = excluded." + s);
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, connection, merged);
            update.executeUpdate();
        }
    }

    private String insertion() {
        String columns = String.join(", ", columns());
        return "INSERT INTO " + rollup.table() + " AS kept (" + columns + ") SELECT " + columns + " FROM unnest("
                + parameters() + ") AS new (" + columns + ") ON CONFLICT (" + String.join(", ", keyColumns())
                + ") DO UPDATE SET ";
    }

    private RollupKey key(ResultSet row) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (String label : rollup.labels()) {
            labels.add(row.getString(label));
        }
        return new RollupKey(
                row.getString("site"),
                row.getBoolean("simulated"),
                Grain.values()[row.getInt("grain")],
                row.getTimestamp("at").toInstant(),
                labels);
    }

    private List<String> keyColumns() {
        List<String> keys = new ArrayList<>(List.of("site", "simulated", "grain", "at"));
        keys.addAll(rollup.labels());
        return keys;
    }

    private List<String> columns() {
        List<String> columns = keyColumns();
        columns.addAll(rollup.sums());
        columns.addAll(rollup.sketches());
        return columns;
    }

    private String parameters() {
        List<String> types = new ArrayList<>(List.of("?::text[]", "?::boolean[]", "?::smallint[]", "?::timestamptz[]"));
        types.addAll(Collections.nCopies(rollup.labels().size(), "?::text[]"));
        types.addAll(Collections.nCopies(rollup.sums().size(), "?::float8[]"));
        types.addAll(Collections.nCopies(rollup.sketches().size(), "?::bytea[]"));
        return String.join(", ", types);
    }

    private void bind(PreparedStatement statement, Connection connection, Map<RollupKey, Counts> some)
            throws SQLException {
        Columns columns = new Columns(statement, connection);
        List<RollupKey> keys = List.copyOf(some.keySet());
        List<Counts> counts = List.copyOf(some.values());
        columns.texts(keys, RollupKey::site);
        columns.of("boolean", keys, RollupKey::simulated);
        columns.of("int2", keys, key -> (short) key.grain().ordinal());
        columns.texts(keys, key -> key.at().toString());
        for (int i = 0; i < rollup.labels().size(); i++) {
            int label = i;
            columns.texts(keys, key -> key.labels().get(label));
        }
        for (int i = 0; i < rollup.sums().size(); i++) {
            int sum = i;
            columns.of("float8", counts, count -> count.sums[sum]);
        }
        for (int i = 0; i < rollup.sketches().size(); i++) {
            int sketch = i;
            columns.bytes(
                    counts.stream().map(count -> count.sketches[sketch].write()).toArray(byte[][]::new));
        }
    }

    private static String join(List<String> names, Function<String, String> each) {
        return String.join(", ", names.stream().map(each).toList());
    }

    /**
     * The counts of one place, one for each grain.
     *
     * @param rollup whose columns
     * @param counts to add to
     */
    record Place(Rollup rollup, List<Counts> counts) {
        /** Adds to a column that adds up. */
        Place add(String column, double number) {
            int index = rollup.sums().indexOf(column);
            counts.forEach(count -> count.sums[index] += number);
            return this;
        }

        /** Adds to a column of distinct things. */
        Place seen(String column, long hash) {
            int index = rollup.sketches().indexOf(column);
            counts.forEach(count -> count.sketches[index].add(hash));
            return this;
        }
    }

    /** One row's numbers. */
    static final class Counts {
        private final double[] sums;
        private final DistinctCount[] sketches;

        private Counts(Rollup rollup) {
            sums = new double[rollup.sums().size()];
            sketches = new DistinctCount[rollup.sketches().size()];
            Arrays.setAll(sketches, i -> new DistinctCount());
        }

        /** Merges the sketches that are kept into ours; true when they lack something of ours. */
        private boolean mergeInto(ResultSet kept, int before) throws SQLException {
            boolean changed = false;
            for (int i = 0; i < sketches.length; i++) {
                byte[] bytes = kept.getBytes(before + i + 1);
                sketches[i].merge(DistinctCount.read(bytes));
                changed |= !Arrays.equals(bytes, sketches[i].write());
            }
            return changed;
        }
    }
}
