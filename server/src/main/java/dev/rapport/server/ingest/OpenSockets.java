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

/** The connections that are open, by site and by network address. Thread-safe. */
final class OpenSockets {
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
        if (open.get() >= most) {
            return false;
        }
        boolean[] fits = {false};
        byAddress.compute(ClientAddress.group(address), (a, n) -> {
            int now = n == null ? 0 : n;
            fits[0] = now < mostPerAddress;
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
