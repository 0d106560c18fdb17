package dev.rapport.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Counts for one roll-up table, added up in memory and written in at most two statements. Not thread-safe. */
final class RollupBatch {
    private final Rollup rollup;
    private final PlaceLimit limit;
    private final Map<RollupKey, Counts> rows = new TreeMap<>();
    /** The same rows by what they were asked for with, which is quicker to find. */
    private final Map<Asked, Place> places = new HashMap<>();

    private record Asked(String site, boolean simulated, Instant minute, List<String> labels) {}

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
        Asked asked = new Asked(site, simulated, Grain.MINUTE.floor(time), List.of(labels));
        return places.computeIfAbsent(asked, this::place);
    }

    private Place place(Asked asked) {
        List<String> bounded = limit.bounded(rollup, asked.site(), asked.simulated(), asked.minute(), asked.labels());
        List<Counts> counts = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            RollupKey key = new RollupKey(asked.site(), asked.simulated(), grain, grain.floor(asked.minute()), bounded);
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
        List<String> merged = new ArrayList<>(mergedColumns());
        String sql = insertion() + join(rollup.sums(), sum -> sum + " = kept." + sum + " + excluded." + sum);
        if (!merged.isEmpty()) {
            merged.addAll(0, keyColumns());
            merged.addAll(rollup.sums());
            sql += " RETURNING " + join(merged, column -> "kept." + column);
        }
        Map<RollupKey, Counts> changed = new TreeMap<>();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            bind(insert, connection, rows);
            if (merged.isEmpty()) {
                insert.executeUpdate();
                return changed;
            }
            try (ResultSet kept = insert.executeQuery()) {
                while (kept.next()) {
                    RollupKey key = key(kept);
                    Counts counts = rows.get(key);
                    if (counts != null && counts.mergeInto(kept, rollup)) {
                        changed.put(key, counts);
                    }
                }
            }
        }
        return changed;
    }

    /** By insertion, which finds each row's partition by its key; an update by join would look into all of them. */
    private void replaceSketches(Connection connection, Map<RollupKey, Counts> merged) throws SQLException {
        String sql = insertion() + join(mergedColumns(), column -> column + " = excluded." + column);
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
        columns.addAll(mergedColumns());
        return columns;
    }

    /** Columns that do not add up but are merged here. */
    private List<String> mergedColumns() {
        return Stream.concat(rollup.sketches().stream(), rollup.spread().stream())
                .toList();
    }

    private String parameters() {
        List<String> types = new ArrayList<>(List.of("?::text[]", "?::boolean[]", "?::smallint[]", "?::timestamptz[]"));
        types.addAll(Collections.nCopies(rollup.labels().size(), "?::text[]"));
        types.addAll(Collections.nCopies(rollup.sums().size(), "?::float8[]"));
        types.addAll(Collections.nCopies(mergedColumns().size(), "?::bytea[]"));
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
        if (rollup.spread().isPresent()) {
            columns.bytes(counts.stream().map(count -> count.spread.write()).toArray(byte[][]::new));
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

        /** Adds one number to the table's spread, and one to how many are in it. */
        void spread(double number) {
            add(rollup.sums().getFirst(), 1);
            counts.forEach(count -> count.spread.add(number));
        }
    }

    /** One row's numbers. */
    static final class Counts {
        private final double[] sums;
        private final DistinctCount[] sketches;
        private final Spread spread = new Spread();

        private Counts(Rollup rollup) {
            sums = new double[rollup.sums().size()];
            sketches = new DistinctCount[rollup.sketches().size()];
            Arrays.setAll(sketches, i -> new DistinctCount());
        }

        /** Merges what is kept into ours; true when it lacks something of ours. */
        private boolean mergeInto(ResultSet kept, Rollup rollup) throws SQLException {
            boolean changed = false;
            for (int i = 0; i < sketches.length; i++) {
                DistinctCount before =
                        DistinctCount.read(kept.getBytes(rollup.sketches().get(i)));
                changed |= !before.covers(sketches[i]);
                sketches[i].merge(before);
            }
            if (rollup.spread().isPresent()) {
                // The row says how many numbers are in it now. More than ours: it was there before, and its spread
                // lacks ours.
                // As many: it is new and holds ours already, which a merge would count twice.
                boolean more = kept.getDouble(rollup.sums().getFirst()) > sums[0];
                if (more) {
                    spread.merge(kept.getBytes(rollup.spread().get()));
                }
                changed |= more;
            }
            return changed;
        }
    }
}
