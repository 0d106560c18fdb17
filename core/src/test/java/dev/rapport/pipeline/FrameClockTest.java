package dev.rapport.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.feature.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameClockTest {
    private static final Instant START = Visits.START;

    private final FrameClock clock = new FrameClock(START.toEpochMilli());

    private Optional<Outcome.Refusal> at(int second, Duration after) {
        return clock.check(Frames.at(second).frame(), START.plus(after).toEpochMilli());
    }

    @Test
    void aPageInTimePasses() {
        at(0, Duration.ZERO);
        assertEquals(Optional.empty(), at(3_600, Duration.ofHours(1)));
    }

    @Test
    void aPageMayBeginAtAnySecond() {
        assertEquals(Optional.empty(), at(9_999_999, Duration.ZERO));
    }

    @Test
    void whatWasStoredWhileCutOffPassesAtOnce() {
        for (int second = 0; second < FrameClock.MOST_AHEAD - 1; second++) {
            assertEquals(Optional.empty(), at(second, Duration.ZERO));
        }
    }

    @Test
    void aPageFarAheadIsRefused() {
        at(0, Duration.ZERO);
        assertEquals(Optional.of(Outcome.Refusal.CLOCK), at(FrameClock.MOST_AHEAD + 2, Duration.ofSeconds(1)));
    }

    @Test
    void aPageCreepingAheadIsRefusedInTheEnd() {
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            refused += at(2 * i, Duration.ofSeconds(i)).isPresent() ? 1 : 0;
        }
        assertEquals(1_000 - FrameClock.MOST_AHEAD - 1, refused);
    }

    @Test
    void aSecondBeforeTheWindowIsRefused() {
        at(100, Duration.ZERO);
        assertEquals(Optional.of(Outcome.Refusal.CLOCK), at(100 - Window.SECONDS, Duration.ZERO));
    }

    @Test
    void aServerClockThatJumpsADayBackRefusesNobody() {
        at(0, Duration.ZERO);
        at(1, Duration.ofDays(-1));
        assertEquals(Optional.empty(), at(2, Duration.ofDays(-1).plusSeconds(1)));
    }

    @Test
    void aServerClockThatJumpsADayAheadRefusesNobody() {
        at(0, Duration.ZERO);
        at(1, Duration.ofDays(1));
        assertEquals(Optional.empty(), at(2, Duration.ofDays(1).plusSeconds(1)));
    }

    @Test
    void aFloodIsRefusedForItsRate() {
        for (int i = 0; i < FrameClock.BURST; i++) {
            at(0, Duration.ZERO);
        }
        assertEquals(Optional.of(Outcome.Refusal.RATE), at(0, Duration.ZERO));
    }

    @Test
    void afterAFloodTimeMakesRoomAgain() {
        for (int i = 0; i <= FrameClock.BURST; i++) {
            at(0, Duration.ZERO);
        }
        assertEquals(Optional.empty(), at(1, Duration.ofSeconds(1)));
    }
}
