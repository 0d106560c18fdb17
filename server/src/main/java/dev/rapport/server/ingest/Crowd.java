package dev.rapport.server.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/**
 * What the visits of one network address, and of one site or secret, may send together. Addresses are known here only while they send and for
 * ten minutes after; they are never written anywhere. Thread-safe.
 */
public final class Crowd {
    private static final int BURST_SECONDS = 10;
    private static final int MOST_ADDRESSES = 100_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final int perAddress;
    private final int perSite;
    private final Cache<String, Budget> addresses = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(REMEMBERED)
            .build();
    private final Cache<String, Budget> sites = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(REMEMBERED)
            .build();

    /** Lasting rates in frames a second; ten seconds' worth may come at once. */
    public Crowd(int perAddress, int perSite) {
        this.perAddress = perAddress;
        this.perSite = perSite;
    }

    /** What a connection draws from. */
    public record Share(Budget address, Budget site) {
        /** Takes one frame from both; a frame that the address may not send costs the site nothing. */
        public boolean take(long nanoTime) {
            return address.take(nanoTime) && site.take(nanoTime);
        }
    }

    /** The share of a connection from {@code address} to {@code site}. */
    public Share share(String address, String site) {
        return new Share(
                addresses.get(ClientAddress.group(address), a -> budget(perAddress)),
                sites.get(site, s -> budget(perSite)));
    }

    private static Budget budget(int perSecond) {
        return new Budget((double) BURST_SECONDS * perSecond, perSecond, System.nanoTime());
    }
}
