package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** So many at once, so many for long. */
class BudgetTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void aFullBudgetGivesItsBurstAndNoMore() {
        Budget budget = new Budget(5, 1, 0);
        assertEquals(5, taken(budget, 0, 50));
    }

    @Property(tries = 200)
    void inTheLongRunTheRateHolds(
            @ForAll @IntRange(min = 3, max = 20) int burst,
            @ForAll @IntRange(min = 1, max = 50) int rate,
            @ForAll @IntRange(min = 1, max = 30) int seconds,
            @ForAll long start) {
        Budget budget = new Budget(burst, rate, start);
        int taken = 0;
        for (int tick = 0; tick < seconds * 100; tick++) {
            taken += taken(budget, start + tick * (SECOND / 100), 5);
        }
        int most = burst + rate * seconds;
        assertTrue(taken <= most + 1, taken + " of at most " + most);
        assertTrue(taken >= most - rate - 1, taken + " of about " + most);
    }

    @Test
    void manyThreadsTogetherGetTheBurstOnce() throws InterruptedException {
        Budget budget = new Budget(1_000, 1, 0);
        AtomicInteger taken = new AtomicInteger();
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().start(() -> taken.addAndGet(taken(budget, 0, 1_000)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(1_000, taken.get());
    }

    private static int taken(Budget budget, long at, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += budget.take(at) ? 1 : 0;
        }
        return taken;
    }
}
