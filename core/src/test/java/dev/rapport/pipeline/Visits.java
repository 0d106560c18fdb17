package dev.rapport.pipeline;

import dev.rapport.frame.Channel;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Visits for tests. */
public final class Visits {
    /** When test visits begin. */
    public static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private Visits() {}

    /** An ordinary visit with a mouse, in English, friction only. */
    public static Visit ordinary() {
        return of("unit-1", Set.of(Channel.FRICTION), Map.of());
    }

    /** A visit that experiments assign by {@code unit}. */
    public static Visit of(String unit, Set<Channel> channels, Map<String, String> forced) {
        return new Visit(
                "demo-shop", "session-0123456789", unit, Device.MOUSE, "en", false, channels, false, forced, START);
    }
}
