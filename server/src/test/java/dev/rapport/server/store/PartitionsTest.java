package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.Range;
import dev.rapport.analytics.Script;
import dev.rapport.journal.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The roll-ups' partitions: nothing is lost on the way into them, counted twice at their borders, or read beside them. */
class PartitionsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
    private static final String WITHOUT_PARTITIONS = "30";
    private static final String WITH_PARTITIONS = "41";

    private Database database = TestDatabase.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anInstallationFromBeforePartitionsLosesNothing() {
        database.close();
        database = new Database(DatabaseAddress.parse(TestDatabase.emptyUrl()));
        Migrations.apply(database, WITHOUT_PARTITIONS);
        Set<Rollup> then = EnumSet.complementOf(EnumSet.of(Rollup.SPREAD));
        for (Rollup rollup : then) {
            fill(rollup, 0, "15 minutes", 10);
            fill(rollup, 1, "6 hours", 120);
            fill(rollup, 2, "1 day", 900);
            run("CREATE TABLE before_" + rollup.table() + " AS TABLE " + rollup.table());
        }

        Migrations.apply(database, WITH_PARTITIONS);

        for (Rollup rollup : then) {
            String table = rollup.table();
            assertEquals(960 + 480 + 900, number("SELECT count(*) FROM " + table), table);
            assertEquals(
                    0, number("SELECT count(*) FROM (TABLE " + table + " EXCEPT TABLE before_" + table + ") AS d"));
            assertEquals(0, number("SELECT count(*) FROM " + table + "_default"), table);
        }
        assertEquals(
                Set.of("2026-02-19 to 2026-03-01"),
                texts(
                        "SELECT to_char(min(since) AT TIME ZONE 'UTC', 'YYYY-MM-DD') || ' to ' || "
                                + "to_char(max(since) AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM rollup_partition WHERE grain = 0"));
    }

    /** Rows of one table, each column by its type. */
    private void fill(Rollup rollup, int grain, String step, int days) {
        Set<String> columns = texts("SELECT quote_ident(column_name) || ' ' || CASE column_name"
                + " WHEN 'grain' THEN '" + grain + "' WHEN 'at' THEN 'at' ELSE CASE data_type WHEN 'text' THEN '''a'''"
                + " WHEN 'boolean' THEN 'false' WHEN 'bytea' THEN '''\\x01''' ELSE '7' END END"
                + " FROM information_schema.columns WHERE table_name = '" + rollup.table() + "'");
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            names.add(column.substring(0, column.indexOf(' ')));
            values.add(column.substring(column.indexOf(' ') + 1));
        }
        run("INSERT INTO " + rollup.table() + " (" + String.join(", ", names) + ") SELECT " + String.join(", ", values)
                + " FROM generate_series('" + NOON + "'::timestamptz - interval '" + days + " days', '" + NOON
                + "'::timestamptz - interval '1 second', interval '" + step + "') AS at");
    }

    @Test
    void framesAcrossABorderLateAndAgainCountOnce() {
        PostgresOutcomeStore outcomes = new PostgresOutcomeStore(database, site -> List.of());
        List<JournalEntry> night = acrossMidnight("a");
        outcomes.apply(night); // no partition is there: DEFAULT takes them
        assertEquals(night.size(), frames());
        new Partitions(database).make(NOON);
        assertEquals(0, number("SELECT count(*) FROM rollup_friction_default"));
        assertEquals(night.size(), frames());

        outcomes.apply(night);
        List<JournalEntry> other = acrossMidnight("b");
        outcomes.apply(other.reversed());
        outcomes.apply(other);
        List<JournalEntry> odd = Script.of("c", "c", false, NOON.plus(Duration.ofDays(2_000)))
                .scored(0.3)
                .entries();
        outcomes.apply(odd);
        outcomes.apply(odd);

        assertEquals(night.size() + other.size() + 1, frames());
        assertEquals(3, number("SELECT count(*) FROM rollup_friction_default"));
        assertEquals(
                Set.of("rollup_friction_minutes_20260228", "rollup_friction_minutes_20260301"),
                texts(
                        "SELECT DISTINCT tableoid::regclass::text FROM rollup_friction WHERE grain = 0 AND at < '2027-01-01'"));
    }

    private static List<JournalEntry> acrossMidnight(String session) {
        return Script.of(session, session, false, MIDNIGHT.minusSeconds(3))
                .scored(0.9)
                .scored(0.1)
                .scored(0.2)
                .scored(0.8)
                .scored(0.7)
                .scored(0.6)
                .entries();
    }

    private long frames() {
        return number("SELECT sum(frames)::bigint FROM rollup_friction WHERE grain = 2");
    }

    @Test
    void eachGrainIsDroppedWholeWhenItsTimeIsOver() {
        PostgresOutcomeStore outcomes = new PostgresOutcomeStore(database, site -> List.of());
        new Partitions(database).make(NOON);
        outcomes.apply(acrossMidnight("a"));
        assertEquals(
                Set.of("_days_2026", "_hours_202602", "_hours_202603", "_minutes_20260228", "_minutes_20260301"),
                kept(0));

        assertEquals(Set.of("_days_2026", "_hours_202602", "_hours_202603", "_minutes_20260301"), kept(8));
        assertEquals(Set.of("_days_2026", "_hours_202602", "_hours_202603"), kept(9));
        assertEquals(Set.of("_days_2026", "_hours_202603"), kept(100));
        assertEquals(Set.of("_days_2026"), kept(101));
        assertEquals(Set.of(), kept(1_200));
    }

    /** What holds rows of friction so many days later. */
    private Set<String> kept(int days) {
        Clock later = Clock.fixed(MIDNIGHT.plus(Duration.ofDays(days)), ZoneOffset.UTC);
        try (Retention retention = new Retention(database, later)) {
            retention.purge();
        }
        for (Grain grain : Grain.values()) {
            assertEquals(
                    0,
                    number("SELECT count(*) FROM rollup_friction WHERE grain = " + grain.ordinal() + " AND at < '"
                            + grain.horizon(later.instant()) + "'"));
        }
        assertEquals(
                number("SELECT count(*) FROM rollup_partition"),
                number(
                        "SELECT count(*) FROM pg_class WHERE relispartition AND relkind = 'r' AND relname NOT LIKE '%_default'"));
        return texts("SELECT DISTINCT replace(tableoid::regclass::text, 'rollup_friction', '') FROM rollup_friction");
    }

    @Test
    void reportsOpenOnlyThePartitionsOfTheirRange() {
        new Partitions(database).make(NOON);
        Range range = new Range(NOON.minus(Duration.ofDays(1)), NOON, false);
        List<Span> spans = Span.cover(range, Grain.DAY, NOON);
        RollupQuery query = new RollupQuery(Rollup.FRICTION, Script.SITE, false, spans);

        assertEquals(
                Set.of("rollup_friction", "rollup_friction_hours_202602", "rollup_friction_hours_202603"),
                opened(connection -> query.select(connection, "frames", "", row -> row.getLong(1))));
        assertTrue(opened(connection -> FrictionSteps.of(range, 24, NOON).read(connection, Script.SITE)).stream()
                .noneMatch(name -> name.contains("_days_")));
        Range minutes = new Range(MIDNIGHT.plusSeconds(60), MIDNIGHT.plusSeconds(600), false);
        assertEquals(
                Set.of(
                        "rollup_measure",
                        "rollup_bin",
                        "rollup_measure_minutes_20260301",
                        "rollup_bin_minutes_20260301"),
                opened(connection -> new MeasureCells(Script.SITE, false, "test", Span.cover(minutes, Grain.DAY, NOON))
                        .read(connection, ArmCell.Breakdown.NONE)));
    }

    /** Tables that a question takes a lock on, which are those that the planner did not leave out. */
    private Set<String> opened(Database.Work<?> question) {
        return database.transaction(connection -> {
            question.on(connection);
            return texts(
                    connection,
                    "SELECT relation::regclass::text FROM pg_locks JOIN pg_class ON oid = relation"
                            + " WHERE pid = pg_backend_pid() AND relname LIKE 'rollup%' AND relkind IN ('r', 'p')"
                            + " AND relname NOT LIKE '%_default'");
        });
    }

    private void run(String sql) {
        database.transaction(connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private long number(String sql) {
        return Long.parseLong(texts(sql).iterator().next());
    }

    private Set<String> texts(String sql) {
        return database.transaction(connection -> texts(connection, sql));
    }

    private static Set<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            Set<String> found = new TreeSet<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
