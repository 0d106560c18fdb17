package dev.rapport.server.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The lengths of time that roll-ups are kept in, and for how long. The ordinal stands in the tables. */
enum Grain {
    /** Kept for 8 days. */
    MINUTE(Duration.ofMinutes(1), Duration.ofDays(8)),
    /** Kept for 100 days. */
    HOUR(Duration.ofHours(1), Duration.ofDays(100)),
    /** Kept for 800 days; UTC. */
    DAY(Duration.ofDays(1), Duration.ofDays(800));

    private final Duration length;
    private final Duration kept;

    Grain(Duration length, Duration kept) {
        this.length = length;
        this.kept = kept;
    }

    /** How long one is. */
    Duration length() {
        return length;
    }

    /** The one that {@code time} falls in. */
    Instant floor(Instant time) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /** The first that does not begin before {@code time}. */
    Instant ceiling(Instant time) {
        Instant floor = floor(time);
        return floor.equals(time) ? time : floor.plus(length);
    }

    /** Roll-ups of this grain that begin earlier may be gone. A midnight, so that coarser ones take over without a gap. */
    Instant horizon(Instant now) {
        return now.minus(kept).truncatedTo(ChronoUnit.DAYS);
    }
}
