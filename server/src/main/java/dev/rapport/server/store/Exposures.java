package dev.rapport.server.store;

import dev.rapport.analytics.Exposure;
import dev.rapport.analytics.Scores;
import dev.rapport.experiment.Assignment;
import dev.rapport.experiment.Metric;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import dev.rapport.server.store.SessionLedger.Counted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** Notes the first exposure of each unit, and what the unit did after it, in the arms' sufficient statistics. */
final class Exposures {
    private final Connection connection;
    private final List<Counted> counted;
    private final List<JournalEntry> entries;
    private final Measurements measurements;
    private final RollupBatch arms;
    private final RollupBatch conversions;

    private Exposures(
            Connection connection,
            List<Counted> counted,
            Map<Rollup, RollupBatch> batches,
            Function<UnitKey, List<Metric>> metrics) {
        this.connection = connection;
        this.counted = counted;
        this.entries = counted.stream().map(Counted::entry).toList();
        this.measurements =
                new Measurements(connection, required(batches, Rollup.MEASURE), required(batches, Rollup.BIN), metrics);
        this.arms = required(batches, Rollup.ARM);
        this.conversions = required(batches, Rollup.ARM_CONVERSION);
    }

    private static RollupBatch required(Map<Rollup, RollupBatch> batches, Rollup rollup) {
        RollupBatch batch = batches.get(rollup);
        if (batch == null) {
            throw new IllegalStateException("no batch for " + rollup);
        }
        return batch;
    }

    /**
     * Counts new entries, given in the order of the journal.
     *
     * @param metrics what the units of an experiment are measured by
     */
    static void count(
            Connection connection,
            List<Counted> counted,
            Map<Rollup, RollupBatch> batches,
            Function<UnitKey, List<Metric>> metrics)
            throws SQLException {
        Exposures exposures = new Exposures(connection, counted, batches, metrics);
        Map<UnitKey, Integer> begun = exposures.begin();
        if (!counted.isEmpty()) {
            exposures.follow(begun);
        }
    }

    /** Inserts first exposures; gives the position in the batch of those that are new. */
    private Map<UnitKey, Integer> begin() throws SQLException {
        Map<UnitKey, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            JournalEntry entry = entries.get(i);
            Optional<Assignment> arm = Exposure.of(entry.outcome());
            if (arm.isPresent()) {
                first.putIfAbsent(UnitKey.of(entry, arm.get().experiment()), i);
            }
        }
        if (first.isEmpty()) {
            return first;
        }
        List<UnitKey> keys = first.keySet().stream().sorted().toList();
        Map<UnitKey, Integer> begun = new HashMap<>();
        for (ExposureRow row : ExposureRow.insert(connection, keys, key -> counted.get(position(first, key)))) {
            begun.put(row.key(), position(first, row.key()));
            arm(row).add("exposed", 1);
            measurements.exposed(row);
        }
        return begun;
    }

    private static int position(Map<UnitKey, Integer> positions, UnitKey key) {
        Integer position = positions.get(key);
        if (position == null) {
            throw new IllegalStateException("no entry for " + key);
        }
        return position;
    }

    private RollupBatch.Place arm(ExposureRow row) {
        return arms.at(
                row.key().site(),
                row.key().simulated(),
                row.unit().at(),
                row.key().experiment(),
                row.variation());
    }

    /** Adds what happened after the exposures, begun in this batch or before. */
    private void follow(Map<UnitKey, Integer> begun) throws SQLException {
        Map<UnitKey, List<ExposureRow>> byUnit = new HashMap<>();
        List<ExposureRow> exposed = ExposureRow.ofUnits(connection, entries);
        for (ExposureRow row : exposed) {
            byUnit.computeIfAbsent(row.key().unitOnly(), unit -> new ArrayList<>())
                    .add(row);
        }
        if (byUnit.isEmpty()) {
            return;
        }
        measurements.recall(exposed);
        Set<Converted> converted = new HashSet<>();
        Map<ExposureRow, double[]> scores = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            JournalEntry entry = entries.get(i);
            for (ExposureRow row : byUnit.getOrDefault(UnitKey.of(entry, ""), List.of())) {
                if (begun.getOrDefault(row.key(), -1) < i && row.unit().isBefore(entry)) {
                    measurements.add(row, entry);
                    conversions(entry).forEach(name -> converted.add(new Converted(row, name)));
                    OptionalDouble score = Scores.known(entry.outcome());
                    if (score.isPresent() && row.unit().isSoonBefore(entry)) {
                        double[] sum = scores.computeIfAbsent(row, fresh -> new double[2]);
                        sum[0]++;
                        sum[1] += score.getAsDouble();
                    }
                }
            }
        }
        measurements.write();
        addFriction(scores);
        addConversions(List.copyOf(converted));
    }

    private static List<String> conversions(JournalEntry entry) {
        return entry.frame().events().stream()
                .filter(event -> event.kind() == EventKind.CONVERSION)
                .map(VisitorEvent::name)
                .toList();
    }

    private void addFriction(Map<ExposureRow, double[]> scores) throws SQLException {
        if (scores.isEmpty()) {
            return;
        }
        ExposureRow.addScores(connection, scores);
        scores.forEach((row, sum) -> {
            double before = row.scores() == 0 ? 0 : row.scoreSum() / row.scores();
            double after = (row.scoreSum() + sum[1]) / (row.scores() + sum[0]);
            arm(row).add("friction_units", row.scores() == 0 ? 1 : 0)
                    .add("friction_sum", after - before)
                    .add("friction_squares", after * after - before * before);
        });
    }

    private void addConversions(List<Converted> converted) throws SQLException {
        if (converted.isEmpty()) {
            return;
        }
        Map<Converted.Name, ExposureRow> rows = new HashMap<>();
        converted.forEach(one -> rows.put(one.key(), one.row()));
        List<Converted.Name> names = List.copyOf(rows.keySet());
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO exposure_conversion (site, simulated, unit, experiment, name)
                SELECT * FROM unnest(?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[])
                ON CONFLICT DO NOTHING RETURNING site, simulated, unit, experiment, name
                """)) {
            UnitKey.bind(new Columns(insert, connection), names, Converted.Name::key)
                    .texts(names, Converted.Name::name);
            try (ResultSet fresh = insert.executeQuery()) {
                while (fresh.next()) {
                    String name = fresh.getString(5);
                    ExposureRow row = rows.get(new Converted.Name(UnitKey.read(fresh), name));
                    if (row != null) {
                        UnitKey key = row.key();
                        conversions
                                .at(
                                        key.site(),
                                        key.simulated(),
                                        row.unit().at(),
                                        key.experiment(),
                                        row.variation(),
                                        name)
                                .add("converted", 1);
                    }
                }
            }
        }
    }

    private record Converted(ExposureRow row, String name) {
        Name key() {
            return new Name(row.key(), name);
        }

        record Name(UnitKey key, String name) {}
    }
}
