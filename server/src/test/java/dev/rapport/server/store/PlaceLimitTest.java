package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.analytics.Script;
import dev.rapport.frame.SignalKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaceLimitTest {
    private final Database database = TestDatabase.migrated();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void placesBeyondTheLimitAreCountedTogether() {
        PlaceLimit limit = new PlaceLimit(database, 2);

        assertEquals(List.of("/a", "#x", "thrash", "mouse"), bounded(limit, "/a"));
        assertEquals(List.of("/b", "#x", "thrash", "mouse"), bounded(limit, "/b"));
        assertEquals(List.of("(other)", "(other)", "thrash", "mouse"), bounded(limit, "/c"));
        assertEquals(List.of("/a", "#x", "thrash", "mouse"), bounded(limit, "/a"));
    }

    @Test
    void placesThatAreInTheTableCountTowardsTheLimit() {
        new PostgresOutcomeStore(database, site -> List.of())
                .apply(Script.of("a")
                        .signals("/a", Script.signal(SignalKind.THRASH, "#x"))
                        .signals("/b", Script.signal(SignalKind.THRASH, "#x"))
                        .entries());

        PlaceLimit limit = new PlaceLimit(database, 2);

        assertEquals(List.of("(other)", "(other)", "thrash", "mouse"), bounded(limit, "/c"));
        assertEquals(List.of("/b", "#x", "thrash", "mouse"), bounded(limit, "/b"));
    }

    @Test
    void anotherDayHasItsOwnPlaces() {
        PlaceLimit limit = new PlaceLimit(database, 1);
        bounded(limit, "/a");

        assertEquals(
                List.of("/c", "#x", "thrash", "mouse"),
                limit.bounded(
                        Rollup.SIGNAL,
                        Script.SITE,
                        false,
                        Script.START.plus(Duration.ofDays(1)),
                        List.of("/c", "#x", "thrash", "mouse")));
    }

    private static List<String> bounded(PlaceLimit limit, String page) {
        return limit.bounded(Rollup.SIGNAL, Script.SITE, false, Script.START, List.of(page, "#x", "thrash", "mouse"));
    }
}
