package dev.rapport.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveSessionsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock(Visits.START);
    private final LiveSessions live = new LiveSessions(clock);

    private void update() {
        live.update(Visits.ordinary(), Frames.at(0).frame(), new Outcome.Duplicate());
    }

    @Test
    void aVisitIsListedOnItsSite() {
        update();
        assertEquals(1, live.list("demo-shop", MINUTE, 10).size());
    }

    @Test
    void aVisitIsNotListedOnAnotherSite() {
        update();
        assertEquals(0, live.list("other-shop", MINUTE, 10).size());
    }

    @Test
    void aVisitNotSeenForLongIsNotListed() {
        update();
        clock.set(Visits.START.plusSeconds(61));
        assertEquals(0, live.list("demo-shop", MINUTE, 10).size());
    }

    @Test
    void aVisitThatLeftIsNotListed() {
        update();
        live.remove(Visits.ordinary().session());
        assertEquals(0, live.list("demo-shop", MINUTE, 10).size());
    }

    @Test
    void eachUpdateChangesTheRevision() {
        long before = live.revision();
        update();
        assertNotEquals(before, live.revision());
    }

    @Test
    void theWidgetsCostGrowsWithEachFrame() {
        update();
        update();
        assertEquals(2, live.list("demo-shop", MINUTE, 10).getFirst().cost().seconds());
    }
}
