package dev.rapport.server.simulate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What came of all visits. Thread-safe. */
final class Totals {
    final AtomicLong welcomed = new AtomicLong();
    final AtomicLong sent = new AtomicLong();
    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong hints = new AtomicLong();
    final AtomicLong followed = new AtomicLong();
    final AtomicLong dismissed = new AtomicLong();
    final AtomicLong orders = new AtomicLong();
    final AtomicLong turnedAway = new AtomicLong();
    final CountDownLatch ended;
    private final AtomicReference<@Nullable String> problem = new AtomicReference<>();

    Totals(int visitors) {
        ended = new CountDownLatch(visitors);
    }

    void problem(String sentence) {
        problem.compareAndSet(null, sentence);
    }

    @Nullable
    String problem() {
        return problem.get();
    }

    void add(Visitor visitor) {
        followed.addAndGet(visitor.followed() ? 1 : 0);
        dismissed.addAndGet(visitor.dismissed() ? 1 : 0);
        orders.addAndGet(visitor.ordered() ? 1 : 0);
    }

    /** One line. */
    String summary() {
        return String.format(
                "%d visitors, %d of %d frames acknowledged, %d hints received (%d followed, %d closed), %d orders%s",
                welcomed.get(),
                acknowledged.get(),
                sent.get(),
                hints.get(),
                followed.get(),
                dismissed.get(),
                orders.get(),
                turnedAway.get() == 0 ? "" : ", " + turnedAway.get() + " turned away");
    }
}
