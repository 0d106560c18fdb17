package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.Range;
import dev.rapport.analytics.Script;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pipeline.Outcome;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Visitors are known for a day, and nobody can say afterwards who they were. */
class DailyVisitorsTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-02T00:00:00Z");
    private static final String UNIT = "0123456789abcdef0123456789abcdef";

    private final Database database = TestDatabase.migrated();
    private final PostgresOutcomeStore outcomes = new PostgresOutcomeStore(database, site -> List.of());

    @AfterEach
    void close() {
        database.close();
    }

    /** A visit of the one visitor that begins then, with an answer to "was this hard?". */
    private static List<JournalEntry> visit(String session, Instant at) {
        return Script.of(session, UNIT, false, at)
                .scored(0.2)
                .add(
                        new Outcome.NoRuleMatched(Script.known(0.4)),
                        List.of(new VisitorEvent(EventKind.SELF_REPORT, "", 1)))
                .entries();
    }

    private void purge(Instant now) {
        try (Retention retention = new Retention(database, Clock.fixed(now, ZoneOffset.UTC))) {
            retention.purge();
        }
    }

    private long visitors(Instant from, Instant to) {
        return new PostgresReports(database, Clock.fixed(to, ZoneOffset.UTC))
                .totals(Script.SITE, new Range(from, to, false))
                .visitors();
    }

    private List<String> texts(String sql) {
        return database.transaction(connection -> {
            List<String> found = new ArrayList<>();
            try (Statement select = connection.createStatement();
                    var rows = select.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    @Test
    void twoVisitsOfOneDayAreOneVisitorAndTwoDaysAreTwo() {
        outcomes.apply(visit("a", MIDNIGHT.plusSeconds(60)));
        outcomes.apply(visit("b", MIDNIGHT.plus(Duration.ofHours(23))));
        assertEquals(1, visitors(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))));

        outcomes.apply(visit("c", MIDNIGHT.plus(Duration.ofHours(25))));

        assertEquals(2, visitors(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(2))));
        List<String> units = texts("SELECT unit FROM self_report ORDER BY day, friction");
        assertEquals(units.get(0), units.get(1));
        assertNotEquals(units.get(0), units.get(2));
    }

    @Test
    void theSaltIsThereForFortyEightHoursAndGoneThen() {
        outcomes.apply(visit("a", MIDNIGHT.plusSeconds(60)));
        String salt = texts("SELECT encode(salt, 'hex') FROM visitor_salt").getFirst();
        assertEquals(64, salt.length());

        purge(MIDNIGHT.plus(DailyVisitors.KEPT).minusSeconds(1));
        assertEquals(List.of(salt), texts("SELECT encode(salt, 'hex') FROM visitor_salt"));
        outcomes.apply(visit("late", MIDNIGHT.plusSeconds(120)));
        assertEquals(1, visitors(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))), "a late frame counts with its day");

        purge(MIDNIGHT.plus(DailyVisitors.KEPT));
        assertEquals(List.of(), texts("SELECT encode(salt, 'hex') FROM visitor_salt"));
    }

    @Test
    void onceTheSaltIsGoneTheSameVisitorHasAnotherHashOfTheSameDay() {
        outcomes.apply(visit("a", MIDNIGHT.plusSeconds(60)));
        purge(MIDNIGHT.plus(DailyVisitors.KEPT));

        outcomes.apply(visit("a2", MIDNIGHT.plusSeconds(90)));

        assertEquals(2, texts("SELECT DISTINCT unit FROM self_report").size());
        assertEquals(2, visitors(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))));
    }

    @Test
    void theIdThatExperimentsAssignByStandsNowhere() {
        outcomes.apply(visit("a", MIDNIGHT.plusSeconds(60)));

        for (String table : texts("SELECT quote_ident(table_name) FROM information_schema.tables"
                + " WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")) {
            List<String> rows = texts("SELECT r::text FROM " + table + " AS r");
            assertFalse(rows.stream().anyMatch(row -> row.contains(UNIT)), table + " has the visitor's lasting id");
        }
        assertTrue(texts("SELECT unit FROM self_report").getFirst().matches("[0-9a-f]{32}"));
    }
}
