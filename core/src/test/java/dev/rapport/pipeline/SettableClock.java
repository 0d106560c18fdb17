package dev.rapport.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test sets it. */
public final class SettableClock extends Clock {
    private Instant now;

    /** Stands at {@code start}. */
    public SettableClock(Instant start) {
        this.now = start;
    }

    /** Moves to {@code instant}, back as well. */
    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
