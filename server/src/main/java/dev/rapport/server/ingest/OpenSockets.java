package dev.rapport.server.ingest;

import dev.rapport.settings.SiteSettings;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections that are open, by site and by network address. The last tenth of all places is shared out fairly: while others are
 * here, an address gets one of them only if it has no connection, or fewer than a sixteenth of the places that are left. So some addresses
 * that take all they may leave most of the tenth to those that have few. Source: Choudhury and Hahne, "Dynamic queue length thresholds",
 * IEEE/ACM Transactions on Networking 6(2), 1998. Thread-safe.
 */
final class OpenSockets {
    /** Places that are shared out fairly: one in so many. */
    private static final int FAIR = 10;

    /** Part of the places left that one address may hold then. */
    private static final int PART = 16;

    private final int most;
    private final int mostPerAddress;
    private final AtomicInteger open = new AtomicInteger();
    private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Map<String, Set<FrameSocket>> bySite = new ConcurrentHashMap<>();

    OpenSockets(int most, int mostPerAddress) {
        this.most = most;
        this.mostPerAddress = mostPerAddress;
    }

    /** True when one more connection from this address fits; the address is then counted until {@link #left}. */
    boolean admit(String address) {
        int left = most - open.get();
        if (left <= 0) {
            return false;
        }
        int share = left <= most / FAIR && byAddress.size() > 1
                ? Math.min(mostPerAddress, Math.max(1, left / PART))
                : mostPerAddress;
        boolean[] fits = {false};
        byAddress.compute(ClientAddress.group(address), (a, n) -> {
            int now = n == null ? 0 : n;
            fits[0] = now < share;
            return fits[0] ? now + 1 : now;
        });
        if (fits[0]) {
            open.incrementAndGet();
        }
        return fits[0];
    }

    /** A connection from this address is gone. */
    void left(String address) {
        byAddress.computeIfPresent(ClientAddress.group(address), (a, n) -> n <= 1 ? null : n - 1);
        open.decrementAndGet();
    }

    int count() {
        return open.get();
    }

    void add(String site, FrameSocket socket) {
        bySite.computeIfAbsent(site, s -> ConcurrentHashMap.newKeySet()).add(socket);
    }

    void remove(String site, FrameSocket socket) {
        Set<FrameSocket> sockets = bySite.get(site);
        if (sockets != null) {
            sockets.remove(socket);
        }
    }

    /** Tells every open page of the site. */
    void settingsChanged(SiteSettings site) {
        bySite.getOrDefault(site.site(), Set.of()).forEach(socket -> socket.settingsChanged(site));
    }

    /** Closes all with 1012. */
    Future<Void> drain() {
        List<Future<Void>> closing = new ArrayList<>();
        bySite.values().forEach(sockets -> sockets.forEach(socket -> closing.add(socket.drain())));
        return Future.join(closing).mapEmpty();
    }
}
