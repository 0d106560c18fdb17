package dev.rapport.server.store;

import dev.rapport.analytics.OutcomeStore;
import dev.rapport.journal.JournalEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts journal entries into roll-ups, a batch in about a dozen statements whatever its size. The tables are written in
 * one order and each table's rows in one order, so that several nodes do not lock each other out.
 */
final class PostgresOutcomeStore implements OutcomeStore {
    private final Database database;

    PostgresOutcomeStore(Database database) {
        this.database = database;
    }

    @Override
    public int apply(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        return database.transaction(connection -> {
            List<SessionLedger.Counted> fresh = SessionLedger.claim(connection, entries);
            Map<Rollup, RollupBatch> batches = new EnumMap<>(Rollup.class);
            for (Rollup rollup : Rollup.values()) {
                batches.put(rollup, new RollupBatch(rollup));
            }
            Tally tally = new Tally(batches);
            fresh.forEach(tally::add);
            Exposures.count(
                    connection, fresh.stream().map(SessionLedger.Counted::entry).toList(), batches);
            for (RollupBatch batch : batches.values()) {
                batch.write(connection);
            }
            return fresh.size();
        });
    }

    @Override
    public void clearSimulated(String site) {
        List<String> tables = Stream.concat(
                        Stream.of("session", "exposure"),
                        Stream.of(Rollup.values()).map(Rollup::table))
                .toList();
        database.transaction(connection -> {
            for (String table : tables) {
                clear(connection, table, site);
            }
            return site;
        });
    }

    private static void clear(Connection connection, String table, String site) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM " + table + " WHERE site = ? AND simulated")) {
            delete.setString(1, site);
            delete.executeUpdate();
        }
    }
}
