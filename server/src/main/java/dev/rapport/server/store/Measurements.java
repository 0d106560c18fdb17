package dev.rapport.server.store;

import dev.rapport.analytics.ExposedUnit;
import dev.rapport.analytics.Measured;
import dev.rapport.analytics.MetricSums;
import dev.rapport.experiment.Metric;
import dev.rapport.journal.JournalEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Follows every metric of exposed units: what is known of a unit stands in {@code exposure_value}, and each change of it goes
 * as a difference into the arms' roll-ups. The units' exposures are locked by the transaction.
 */
final class Measurements {
    private final Connection connection;
    private final RollupBatch sums;
    private final RollupBatch bins;
    private final Function<UnitKey, List<Metric>> metrics;
    private final Map<Key, Measured> before = new HashMap<>();
    private final Map<Key, Value> now = new LinkedHashMap<>();

    Measurements(Connection connection, RollupBatch sums, RollupBatch bins, Function<UnitKey, List<Metric>> metrics) {
        this.connection = connection;
        this.sums = sums;
        this.bins = bins;
        this.metrics = metrics;
    }

    private record Key(UnitKey unit, String metric) {}

    private record Value(ExposureRow row, Metric metric, Measured measured) {}

    /** Counts a new exposure. */
    void exposed(ExposureRow row) {
        place(sums, row, "").add("n", 1);
    }

    /** Reads what is known of these units. */
    void recall(List<ExposureRow> rows) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT site, simulated, unit, experiment, metric, a, b FROM exposure_value
                WHERE (site, simulated, unit, experiment) IN (
                  SELECT s, f, u, x FROM unnest(?::text[], ?::boolean[], ?::text[], ?::text[]) AS wanted (s, f, u, x))
                """)) {
            UnitKey.bind(new Columns(select, connection), rows, ExposureRow::key);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    before.put(
                            new Key(UnitKey.read(row), row.getString(5)),
                            new Measured(row.getDouble(6), row.getDouble(7)));
                }
            }
        }
    }

    /** Takes in what a unit did after its exposure. */
    void add(ExposureRow row, JournalEntry entry) {
        for (Metric metric : metrics.apply(row.key())) {
            Key key = new Key(row.key(), metric.key());
            Value value = now.get(key);
            Measured known = value == null ? before.getOrDefault(key, Measured.NOTHING) : value.measured();
            Measured next = known.after(entry, metric, row.unit());
            if (next != known) {
                now.put(key, new Value(row, metric, next));
            }
        }
    }

    /** Keeps what is known now, and adds the differences to the roll-ups. */
    void write() throws SQLException {
        if (now.isEmpty()) {
            return;
        }
        now.forEach((key, value) -> {
            Measured old = before.getOrDefault(key, Measured.NOTHING);
            ExposedUnit unit = value.row().unit();
            MetricSums change = value.measured().sums(value.metric(), unit).minus(old.sums(value.metric(), unit));
            if (!change.equals(MetricSums.NONE)) {
                place(sums, value.row(), key.metric())
                        .add("n", change.n())
                        .add("x", change.x())
                        .add("xx", change.xx())
                        .add("y", change.y())
                        .add("yy", change.yy())
                        .add("xy", change.xy());
            }
            move(value, old.bin(value.metric()), value.measured().bin(value.metric()));
        });
        List<Map.Entry<Key, Value>> rows = new ArrayList<>(now.entrySet());
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO exposure_value (site, simulated, unit, experiment, metric, a, b)
                SELECT * FROM unnest(?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::float8[])
                ON CONFLICT (site, simulated, unit, experiment, metric) DO UPDATE SET a = excluded.a, b = excluded.b
                """)) {
            UnitKey.bind(
                            new Columns(upsert, connection),
                            rows,
                            row -> row.getKey().unit())
                    .texts(rows, row -> row.getKey().metric())
                    .of("float8", rows, row -> row.getValue().measured().a())
                    .of("float8", rows, row -> row.getValue().measured().b());
            upsert.executeUpdate();
        }
    }

    private void move(Value value, OptionalInt from, OptionalInt to) {
        if (from.equals(to)) {
            return;
        }
        String metric = value.metric().key();
        from.ifPresent(
                bin -> place(bins, value.row(), metric, Integer.toString(bin)).add("n", -1));
        to.ifPresent(
                bin -> place(bins, value.row(), metric, Integer.toString(bin)).add("n", 1));
    }

    private static RollupBatch.Place place(RollupBatch batch, ExposureRow row, String... more) {
        ExposedUnit.Segment segment = row.unit().segment();
        List<String> labels = new ArrayList<>(List.of(
                row.key().experiment(), row.variation(), segment.device(), segment.language(), segment.visitor()));
        labels.addAll(List.of(more));
        return batch.at(row.key().site(), row.key().simulated(), row.unit().at(), labels.toArray(String[]::new));
    }
}
