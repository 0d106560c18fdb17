package dev.rapport.server.ingest;

/**
 * Lets through {@code burst} at once and {@code perSecond} for long: {@code tokens = min(burst, tokens + elapsed * perSecond)}.
 * Not thread-safe.
 */
final class TokenBucket {
    private final double burst;
    private final double perNano;
    private double tokens;
    private long last;

    TokenBucket(double burst, double perSecond, long nanoTime) {
        this.burst = burst;
        this.perNano = perSecond / 1e9;
        this.tokens = burst;
        this.last = nanoTime;
    }

    /** Takes one token if there is one at {@code nanoTime}. */
    boolean take(long nanoTime) {
        tokens = Math.min(burst, tokens + Math.max(0, nanoTime - last) * perNano);
        last = nanoTime;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
