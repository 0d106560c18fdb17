package dev.rapport.server.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/** Times in buckets that are at most 1.6 % wide (64 to each doubling), from 1 µs on. Thread-safe. */
final class Delays {
    private static final int STEPS = 64;
    private final AtomicLongArray buckets = new AtomicLongArray(40 * STEPS);

    void add(long nanos) {
        double micros = Math.max(1, nanos / 1e3);
        int bucket = (int) (STEPS * Math.log(micros) / Math.log(2));
        buckets.incrementAndGet(Math.min(bucket, buckets.length() - 1));
    }

    long count() {
        long count = 0;
        for (int i = 0; i < buckets.length(); i++) {
            count += buckets.get(i);
        }
        return count;
    }

    /** Upper edge of the bucket that holds the quantile, in milliseconds; NaN without any. */
    double millis(double quantile) {
        long below = (long) Math.ceil(count() * quantile);
        long seen = 0;
        for (int i = 0; i < buckets.length(); i++) {
            seen += buckets.get(i);
            if (seen >= below && seen > 0) {
                return Math.pow(2, (i + 1.0) / STEPS) / 1e3;
            }
        }
        return Double.NaN;
    }
}
