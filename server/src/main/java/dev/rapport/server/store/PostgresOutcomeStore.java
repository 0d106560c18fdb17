package dev.rapport.server.store;

import dev.rapport.analytics.OutcomeStore;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import dev.rapport.journal.JournalEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Counts journal entries into roll-ups, a batch in about a dozen statements whatever its size. The tables are written in
 * one order and each table's rows in one order, so that several nodes do not lock each other out.
 */
final class PostgresOutcomeStore implements OutcomeStore {
    private final Database database;
    private final Function<String, List<Experiment>> experiments;
    private final PlaceLimit limit;

    /**
     * A store over a database.
     *
     * @param experiments of a site, as it configures them now: they say what exposed units are measured by
     */
    PostgresOutcomeStore(Database database, Function<String, List<Experiment>> experiments) {
        this.database = database;
        this.experiments = experiments;
        limit = new PlaceLimit(database, PlaceLimit.PLACES);
    }

    @Override
    public int apply(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        return database.transaction(connection -> {
            DailyVisitors visitors = DailyVisitors.of(connection, entries);
            List<SessionLedger.Counted> fresh = SessionLedger.claim(connection, entries);
            Map<Rollup, RollupBatch> batches = new EnumMap<>(Rollup.class);
            for (Rollup rollup : Rollup.values()) {
                batches.put(rollup, new RollupBatch(rollup, limit));
            }
            Tally tally = new Tally(batches, visitors);
            fresh.forEach(tally::add);
            Map<UnitKey, List<Metric>> metrics = new HashMap<>();
            Exposures.count(
                    connection,
                    fresh,
                    batches,
                    key -> metrics.computeIfAbsent(
                            new UnitKey(key.site(), key.simulated(), "", key.experiment()), this::metrics));
            for (RollupBatch batch : batches.values()) {
                batch.write(connection);
            }
            PostgresSiteLearning.count(connection, fresh, visitors);
            return fresh.size();
        });
    }

    /** What units of an experiment are measured by; the built-in metrics where the site does not have it any more. */
    private List<Metric> metrics(UnitKey key) {
        return experiments.apply(key.site()).stream()
                .filter(experiment -> experiment.id().equals(key.experiment()))
                .findFirst()
                .orElseGet(() -> new Experiment(
                        key.experiment(), "", "", "", "", 1, List.of(), "", Experiment.Status.RUNNING, null))
                .measured();
    }

    @Override
    public void clearSimulated(String site) {
        List<String> tables = Stream.concat(
                        Stream.of("session", "exposure", "self_report"),
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
