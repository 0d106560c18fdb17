package dev.rapport.analytics;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in reports.
 *
 * @param from inclusive
 * @param to exclusive, after {@code from}
 * @param simulated true: simulated visits only; false: real ones only
 */
public record Range(Instant from, Instant to, boolean simulated) {
    public Range {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("empty range: " + from + " to " + to);
        }
    }

    /** The time up to {@code now}. */
    public static Range last(Duration length, Instant now, boolean simulated) {
        return new Range(now.minus(length), now, simulated);
    }
}
