package dev.rapport.server.ingest;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.SocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The network connections of one event loop, from their first moment: each must ask something whole in time, again and again,
 * until it is a socket. However slowly bytes drip in, the deadline stands.
 */
final class Lines {
    private static final long FIRST_MILLIS = 20_000;
    private static final long NEXT_MILLIS = 75_000;

    private final Vertx vertx;
    private final Places places;
    private final Conduct conduct;
    private final Map<SocketAddress, Line> open = new HashMap<>();

    Lines(Vertx vertx, Places places, Conduct conduct) {
        this.vertx = vertx;
        this.places = places;
        this.conduct = conduct;
    }

    private static final class Line {
        private final HttpConnection connection;
        private final String address;
        private long timer;
        private boolean asked;

        Line(HttpConnection connection, String address, long timer) {
            this.connection = connection;
            this.address = address;
            this.timer = timer;
        }
    }

    /** A connection was made; it is closed at once where there is no place for it, or its address has wasted too many. */
    void came(HttpConnection connection) {
        SocketAddress peer = connection.remoteAddress();
        String address = String.valueOf(peer.hostAddress());
        if (conduct.refuses(address) || !places.take(address)) {
            connection.close();
            return;
        }
        open.put(peer, new Line(connection, address, vertx.setTimer(FIRST_MILLIS, id -> connection.close())));
        connection.closeHandler(v -> closed(peer));
    }

    private void closed(SocketAddress peer) {
        Line line = forget(peer);
        if (line != null && !line.asked) {
            conduct.wasted(line.address);
        }
    }

    private @Nullable Line forget(SocketAddress peer) {
        Line line = open.remove(peer);
        if (line != null) {
            vertx.cancelTimer(line.timer);
            places.leave(line.address);
        }
        return line;
    }

    /** It asked something whole, and has some time for the next. */
    void asked(SocketAddress peer) {
        Line line = open.get(peer);
        if (line != null && vertx.cancelTimer(line.timer)) {
            line.asked = true;
            line.timer = vertx.setTimer(NEXT_MILLIS, id -> line.connection.close());
        }
    }

    /** It is a socket now, which has rules and places of its own. */
    void upgraded(SocketAddress peer) {
        forget(peer);
    }

    /** How many connections there may be, in all and from one peer; named proxies bring those of many. Thread-safe. */
    static final class Places {
        private final int most;
        private final int mostPerPeer;
        private final ClientAddress client;
        private final AtomicInteger taken = new AtomicInteger();
        private final ConcurrentMap<String, Integer> byPeer = new ConcurrentHashMap<>();

        Places(int most, int mostPerPeer, ClientAddress client) {
            this.most = most;
            this.mostPerPeer = mostPerPeer;
            this.client = client;
        }

        boolean take(String peer) {
            int mine = byPeer.merge(ClientAddress.group(peer), 1, Integer::sum);
            if (taken.incrementAndGet() > most || (mine > mostPerPeer && !client.proxy(peer))) {
                leave(peer);
                return false;
            }
            return true;
        }

        void leave(String peer) {
            taken.decrementAndGet();
            byPeer.computeIfPresent(ClientAddress.group(peer), (p, n) -> n <= 1 ? null : n - 1);
        }
    }
}
