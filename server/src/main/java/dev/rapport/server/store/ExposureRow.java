package dev.rapport.server.store;

import dev.rapport.analytics.ExposedUnit;
import dev.rapport.analytics.Exposure;
import dev.rapport.experiment.Assignment;
import dev.rapport.journal.JournalEntry;
import dev.rapport.server.store.SessionLedger.Counted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A unit's first exposure in an experiment.
 *
 * @param key which unit and experiment
 * @param variation the arm
 * @param unit what is known of the unit at that moment
 * @param scores known scores after it so far
 * @param scoreSum their sum
 */
record ExposureRow(UnitKey key, String variation, ExposedUnit unit, long scores, double scoreSum) {
    private static final String COLUMNS =
            "site, simulated, unit, experiment, variation, at, session, sequence, second, scores, score_sum, page, element,"
                    + " hint, before, device, language, visitor";

    /** Inserts those that are not there yet, and gives them. */
    static List<ExposureRow> insert(Connection connection, List<UnitKey> keys, Function<UnitKey, Counted> counted)
            throws SQLException {
        Function<UnitKey, JournalEntry> entry = key -> counted.apply(key).entry();
        Function<UnitKey, ExposedUnit> unit =
                key -> ExposedUnit.at(entry.apply(key), counted.apply(key).meanScore());
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO exposure (site, simulated, unit, experiment, variation, at, session, sequence, second, page,
                  element, hint, before, device, language, visitor)
                SELECT * FROM unnest(?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                  ?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::text[], ?::text[],
                  ?::text[])
                ON CONFLICT DO NOTHING RETURNING\s""" + COLUMNS)) {
            UnitKey.bind(new Columns(insert, connection), keys, key -> key)
                    .texts(keys, key -> variation(entry.apply(key)))
                    .texts(keys, key -> unit.apply(key).at().toString())
                    .texts(keys, key -> unit.apply(key).session())
                    .of("int8", keys, key -> unit.apply(key).sequence())
                    .of("int4", keys, key -> unit.apply(key).second())
                    .texts(keys, key -> unit.apply(key).page())
                    .texts(keys, key -> unit.apply(key).element())
                    .texts(keys, key -> unit.apply(key).hint())
                    .of("float8", keys, key -> unit.apply(key).before())
                    .texts(keys, key -> unit.apply(key).segment().device())
                    .texts(keys, key -> unit.apply(key).segment().language())
                    .texts(keys, key -> unit.apply(key).segment().visitor());
            return read(insert);
        }
    }

    private static String variation(JournalEntry entry) {
        return Exposure.of(entry.outcome()).map(Assignment::variation).orElseThrow();
    }

    /** All exposures of the units of these entries, locked until the transaction ends. */
    static List<ExposureRow> ofUnits(Connection connection, List<JournalEntry> entries) throws SQLException {
        List<UnitKey> units = entries.stream()
                .map(entry -> UnitKey.of(entry, ""))
                .distinct()
                .sorted()
                .toList();
        try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS + """
                 FROM exposure WHERE (site, simulated, unit) IN (
                  SELECT s, f, u FROM unnest(?::text[], ?::boolean[], ?::text[], ?::text[]) AS wanted (s, f, u, x))
                ORDER BY site, simulated, unit, experiment FOR UPDATE
                """)) {
            UnitKey.bind(new Columns(select, connection), units, unit -> unit);
            return read(select);
        }
    }

    /** Adds to scores (number, sum). */
    static void addScores(Connection connection, Map<ExposureRow, double[]> scores) throws SQLException {
        List<Map.Entry<ExposureRow, double[]>> rows = List.copyOf(scores.entrySet());
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE exposure AS kept SET scores = kept.scores + new.scores, score_sum = kept.score_sum + new.score_sum
                FROM unnest(?::text[], ?::boolean[], ?::text[], ?::text[], ?::bigint[], ?::float8[])
                  AS new (site, simulated, unit, experiment, scores, score_sum)
                WHERE kept.site = new.site AND kept.simulated = new.simulated AND kept.unit = new.unit
                  AND kept.experiment = new.experiment
                """)) {
            UnitKey.bind(
                            new Columns(update, connection),
                            rows,
                            row -> row.getKey().key())
                    .of("int8", rows, row -> (long) row.getValue()[0])
                    .of("float8", rows, row -> row.getValue()[1]);
            update.executeUpdate();
        }
    }

    private static List<ExposureRow> read(PreparedStatement select) throws SQLException {
        List<ExposureRow> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(new ExposureRow(
                        UnitKey.read(row),
                        row.getString(5),
                        new ExposedUnit(
                                row.getTimestamp(6).toInstant(),
                                row.getString(7),
                                row.getLong(8),
                                row.getInt(9),
                                row.getString(12),
                                row.getString(13),
                                row.getString(14),
                                row.getDouble(15),
                                new ExposedUnit.Segment(row.getString(16), row.getString(17), row.getString(18))),
                        row.getLong(10),
                        row.getDouble(11)));
            }
        }
        return found;
    }
}
