package dev.rapport.server.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own on loopback, durable ({@code fsync} and {@code synchronous_commit} on), its data kept in
 * {@code DATA/postgres}. When its process dies it is started again on the same port; one left over from a killed Rapport
 * is stopped first. The password of its only users is made at random and kept in {@code DATA/postgres.password}.
 */
final class PostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final long LONGEST_PAUSE_MILLIS = 10_000;

    private final ClusterLock lock;
    private final Cluster cluster;
    private final int port;
    private final Thread watch;
    private volatile boolean closed;

    private PostgresServer(ClusterLock lock, Cluster cluster, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
        watch = Thread.ofPlatform().name("rapport-postgres-watch").daemon().unstarted(this::keepAlive);
    }

    /**
     * Starts it, making the data directory when there is none.
     *
     * @param data Rapport's data directory
     * @param port to listen on, 0 for any free one
     * @throws StoreException with one sentence when it cannot be started
     */
    static PostgresServer start(Path data, int port) {
        ClusterLock lock = ClusterLock.take(data);
        try {
            Cluster cluster = new Cluster(data, PostgresBinaries.unpacked());
            cluster.prepare();
            int chosen = port == 0 ? freePort() : port;
            cluster.start(chosen);
            PostgresServer server = new PostgresServer(lock, cluster, chosen);
            server.watch.start();
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Where to connect. */
    DatabaseAddress address() {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME, Cluster.NAME, cluster.password());
    }

    /** The port on loopback. */
    int port() {
        return port;
    }

    private void keepAlive() {
        int revivals = 0;
        long pause = LOOK_EVERY.toMillis();
        while (!closed) {
            try {
                Thread.sleep(pause);
                if (closed || cluster.postmaster().isPresent()) {
                    revivals = 0;
                    pause = LOOK_EVERY.toMillis();
                    continue;
                }
                revivals++;
                LOG.warn("PostgreSQL is gone; starting it again (attempt {})", revivals);
                revive();
            } catch (StoreException e) {
                LOG.error("PostgreSQL does not come back: {}", e.getMessage());
                pause = Math.min(
                        LONGEST_PAUSE_MILLIS, 2 * pause); // what is left of a killed one may hold it up for long
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void revive() {
        if (!closed) {
            cluster.start(port);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StoreException("no free port on loopback for PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** Stops PostgreSQL after a checkpoint; open connections end. */
    @Override
    public void close() {
        closed = true;
        watch.interrupt();
        synchronized (this) {
            cluster.stop();
        }
        lock.close();
    }
}
