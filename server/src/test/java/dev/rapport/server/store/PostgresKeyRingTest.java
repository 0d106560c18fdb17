package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.pipeline.SettableClock;
import dev.rapport.session.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that all nodes share and that follow one another. */
class PostgresKeyRingTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final SettableClock clock = new SettableClock(START);

    private static List<Integer> numbers(KeyRing ring) {
        return ring.keys().stream().map(KeyRing.Key::number).toList();
    }

    @Test
    void nodesOfOneStoreHaveTheSameKeys() {
        try (Database database = TestDatabase.migrated();
                PostgresKeyRing one = new PostgresKeyRing(database, clock);
                PostgresKeyRing other = new PostgresKeyRing(database, clock)) {
            assertEquals(List.of(1), numbers(one));
            assertArrayEquals(
                    one.keys().getFirst().secret(), other.keys().getFirst().secret());
        }
    }

    @Test
    void aKeyIsFollowedAfterADayAndGoneAnHourLater() {
        try (Database database = TestDatabase.migrated();
                PostgresKeyRing ring = new PostgresKeyRing(database, clock)) {
            clock.set(START.plus(KeyRing.ROTATION).minusSeconds(1));
            ring.turn();
            assertEquals(List.of(1), numbers(ring));

            clock.set(START.plus(KeyRing.ROTATION));
            ring.turn();
            assertEquals(List.of(2, 1), numbers(ring));
            assertEquals(1, ring.sealing(clock.instant()).number());

            clock.set(START.plus(KeyRing.ROTATION).plus(KeyRing.ANNOUNCED));
            assertEquals(2, ring.sealing(clock.instant()).number());

            clock.set(START.plus(KeyRing.KEPT).plusSeconds(1));
            ring.turn();
            assertEquals(List.of(2), numbers(ring));
        }
    }

    @Test
    void aClockThatJumpsBackLeavesAKeyToSealWith() {
        try (Database database = TestDatabase.migrated();
                PostgresKeyRing ring = new PostgresKeyRing(database, clock)) {
            clock.set(START.minus(Duration.ofDays(1)));
            ring.turn();

            assertEquals(1, ring.sealing(clock.instant()).number());
        }
    }

    @Test
    void aKeyThatWasTakenOutIsReplacedAtTheNextTurn() {
        try (Database database = TestDatabase.migrated();
                PostgresKeyRing ring = new PostgresKeyRing(database, clock)) {
            database.transaction(connection -> connection.createStatement().executeUpdate("DELETE FROM session_key"));
            ring.turn();

            assertEquals(List.of(2), numbers(ring));
        }
    }
}
