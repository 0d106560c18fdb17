package dev.rapport.server.ingest;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets through {@code burst} at once and {@code perSecond} for long, by the generic cell rate algorithm: one number says when all
 * that was taken so far will have been worked off.
 *
 * <pre>
 *   due   = max(due, now) + 1 / perSecond
 *   taken when due - now &lt;= burst / perSecond
 * </pre>
 *
 * <p>Source: ITU-T I.371, annex A (virtual scheduling). Thread-safe.
 */
public final class Budget {
    private final long step;
    private final long most;
    private final AtomicLong due;

    /** Full at {@code nanoTime}. */
    public Budget(double burst, double perSecond, long nanoTime) {
        step = Math.max(1, (long) (1e9 / perSecond));
        most = (long) (burst * step);
        due = new AtomicLong(nanoTime);
    }

    /** True when {@link #take} would take one at {@code nanoTime}. */
    boolean has(long nanoTime) {
        return Math.max(0, due.get() - nanoTime) + step <= most;
    }

    /** Takes one if there is room at {@code nanoTime}. */
    public boolean take(long nanoTime) {
        while (true) {
            long before = due.get();
            long after = Math.max(0, before - nanoTime) + step; // differences only: nanoTime may wrap
            if (after > most) {
                return false;
            }
            if (due.compareAndSet(before, nanoTime + after)) {
                return true;
            }
        }
    }
}
