package dev.rapport.server.chaos;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that must happen. */
final class Patience {
    private static final long LOOK_MILLIS = 50;

    private Patience() {}

    /**
     * Returns as soon as it is so.
     *
     * @throws IllegalStateException when it is not so in time
     */
    static void until(Duration patience, BooleanSupplier so, String what) {
        if (!within(patience, so)) {
            throw new IllegalStateException("waited " + patience.toSeconds() + " s in vain for " + what);
        }
    }

    /** True as soon as it is so; false when the time is up. Failures on the way mean "not yet". */
    static boolean within(Duration patience, BooleanSupplier so) {
        long end = System.nanoTime() + patience.toNanos();
        do {
            try {
                if (so.getAsBoolean()) {
                    return true;
                }
            } catch (RuntimeException e) {
                // not yet
            }
            rest(LOOK_MILLIS);
        } while (System.nanoTime() < end);
        return false;
    }

    static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
