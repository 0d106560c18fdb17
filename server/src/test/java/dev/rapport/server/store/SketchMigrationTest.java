package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.Range;
import dev.rapport.analytics.Reports.Totals;
import dev.rapport.analytics.Script;
import dev.rapport.journal.JournalEntry;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An installation from before DataSketches, with many visits on one day and a few on the next, and answers of one visitor. */
class SketchMigrationTest {
    private static final String BEFORE = "41";
    private static final int MANY = 20_000;
    private static final Instant FIRST_DAY = Script.START.minus(Duration.ofDays(1));
    private static final Range BOTH_DAYS =
            new Range(FIRST_DAY.minus(Duration.ofDays(1)), Script.START.plus(Duration.ofDays(1)), false);

    private Database database;

    @BeforeEach
    void anEarlierInstallation() {
        database = new Database(DatabaseAddress.parse(TestDatabase.emptyUrl()));
        Migrations.apply(database, BEFORE);
        friction(FIRST_DAY, EarlierCountTest.dense(MANY));
        friction(Script.START, exact("session-1", "session-2"));
        run("INSERT INTO self_report SELECT 'shop', false, 'lasting', date '2026-10-01' + day, true, 0.3, '{}'"
                + " FROM generate_series(0, 1) AS day, generate_series(1, 2)");
        Migrations.apply(database);
        new Partitions(database).make(Script.START);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void friction(Instant at, byte[] visits) {
        for (Grain grain : Grain.values()) {
            database.transaction(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO rollup_friction VALUES ('shop', false, ?, ?::timestamptz, 'mouse', 7, 5, 1, 2.5, ?, ?)")) {
                    insert.setInt(1, grain.ordinal());
                    insert.setString(2, grain.floor(at).toString());
                    insert.setBytes(3, visits);
                    insert.setBytes(4, new byte[] {0});
                    return insert.executeUpdate();
                }
            });
        }
    }

    private static byte[] exact(String... sessions) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + sessions.length * Long.BYTES).put((byte) 0);
        for (String session : sessions) {
            bytes.putLong(Tally.hash(session));
        }
        return bytes.array();
    }

    private void run(String sql) {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }

    private List<String> units(String where) {
        return database.transaction(connection -> {
            List<String> found = new ArrayList<>();
            try (Statement select = connection.createStatement();
                    var rows = select.executeQuery("SELECT unit FROM self_report " + where)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    private Totals totals() {
        Clock clock = Clock.fixed(Script.START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        return new PostgresReports(database, clock).totals(Script.SITE, BOTH_DAYS);
    }

    @Test
    void whatWasCountedIsStillThere() {
        Totals totals = totals();

        assertEquals(14, totals.frames());
        assertEquals(MANY + 2, totals.visits(), 0.05 * MANY);
        assertEquals(0, totals.struggling());
        assertEquals(0, totals.visitors(), "visitors were not counted then");
    }

    @Test
    void framesOfVisitsThatWereThereGoOnInTheirRows() {
        List<JournalEntry> known = Script.of("session-1").scored(0.9).entries();
        List<JournalEntry> fresh = Script.of("a").scored(0.1).entries();
        long before = totals().visits();

        new PostgresOutcomeStore(database, site -> List.of()).apply(known);
        assertEquals(before, totals().visits());
        new PostgresOutcomeStore(database, site -> List.of()).apply(fresh);

        // one more among 20,000 estimated ones may be lost in the rounding; of the day with few it must show
        Range today = new Range(Script.START, Script.START.plus(Duration.ofDays(1)), false);
        Clock clock = Clock.fixed(Script.START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        Totals totals = new PostgresReports(database, clock).totals(Script.SITE, today);
        assertEquals(3, totals.visits());
        assertEquals(1, totals.struggling());
        assertEquals(2, totals.visitors());
    }

    @Test
    void answersStayTogetherByDayAndNoLongerBeyond() {
        List<String> first = units("WHERE day = '2026-10-01'");
        List<String> second = units("WHERE day = '2026-10-02'");

        assertEquals(2, first.size());
        assertEquals(first.get(0), first.get(1));
        assertEquals(second.get(0), second.get(1));
        assertTrue(!first.getFirst().equals(second.getFirst()));
        assertTrue(!first.contains("lasting") && !second.contains("lasting"));
    }
}
