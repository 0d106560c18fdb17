package dev.rapport.server.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * How the connections of each network address behave. One that ends without having asked anything whole, or that says what cannot
 * be read, costs its address one; an address that has used up what it may waste is turned away as it comes, before anything is made
 * for it. Honest pages cost nothing, however many come at once, and a socket that says nothing is not judged: under load it may be
 * we who are slow. Addresses are known for ten minutes and written nowhere. Thread-safe.
 */
final class Conduct {
    private static final double WASTED_AT_ONCE = 100;
    private static final double WASTED_A_SECOND = 5;
    private static final int MOST_ADDRESSES = 100_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Cache<String, Budget> wasted = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(REMEMBERED)
            .build();
    private final LongAdder turnedAway = new LongAdder();
    private final ClientAddress client;

    /** Judges no proxy that {@code client} names: it brings the connections of many. */
    Conduct(ClientAddress client) {
        this.client = client;
    }

    /** A connection of this address was for nothing. */
    void wasted(String address) {
        if (client.proxy(address)) {
            return;
        }
        long now = System.nanoTime();
        wasted.get(ClientAddress.group(address), a -> new Budget(WASTED_AT_ONCE, WASTED_A_SECOND, now))
                .take(now);
    }

    /** True, and counted, when the next connection of this address is to be turned away. */
    boolean refuses(String address) {
        Budget budget = wasted.getIfPresent(ClientAddress.group(address));
        boolean refused = budget != null && !budget.has(System.nanoTime());
        if (refused) {
            turnedAway.increment();
        }
        return refused;
    }

    /** Connections turned away so far. */
    LongAdder turnedAway() {
        return turnedAway;
    }
}
