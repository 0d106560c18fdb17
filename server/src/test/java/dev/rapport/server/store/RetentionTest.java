package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.analytics.Range;
import dev.rapport.analytics.Script;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.pipeline.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private final Database database = TestDatabase.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void reportsStayTheSameWhenTheFineRollUpsAreGone() {
        PostgresOutcomeStore outcomes = new PostgresOutcomeStore(database, site -> List.of());
        outcomes.apply(Script.of("a")
                .scored(0.9)
                .heldOut("test", "control", "help")
                .scored(0.1)
                .entries());
        for (int days : new int[] {9, 101}) {
            Instant later = Script.START.plus(Duration.ofDays(days));
            Clock clock = Clock.fixed(later, ZoneOffset.UTC);
            PostgresReports reports = new PostgresReports(database, clock);
            Range range = new Range(Script.START.minus(Duration.ofDays(1)), later, false);
            String before = reports.totals(Script.SITE, range)
                    + reports.arms(Script.SITE, Script.experiment(), false).toString();

            try (Retention retention = new Retention(database, clock)) {
                retention.purge();
            }

            assertEquals(
                    before,
                    reports.totals(Script.SITE, range)
                            + reports.arms(Script.SITE, Script.experiment(), false)
                                    .toString());
            assertEquals(3, reports.totals(Script.SITE, range).frames());
            assertEquals(1, reports.frictionOverTime(Script.SITE, range, 3).size());
        }
    }

    @Test
    void everythingGoesInTheEnd() {
        new PostgresOutcomeStore(database, site -> List.of())
                .apply(Script.of("a")
                        .heldOut("test", "control", "help")
                        .scored(0.1)
                        .add(
                                new Outcome.NoRuleMatched(Script.known(0.4)),
                                List.of(new VisitorEvent(EventKind.SELF_REPORT, "", 1)))
                        .entries());

        try (Retention retention =
                new Retention(database, Clock.fixed(Script.START.plus(Duration.ofDays(900)), ZoneOffset.UTC))) {
            retention.purge();
        }

        for (String table : new String[] {
            "session", "exposure", "self_report", "rollup_score", "rollup_friction", "rollup_hint", "rollup_arm"
        }) {
            assertEquals(0, count(table), table);
        }
    }

    private int count(String table) {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}
