package dev.rapport.server.chaos;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Honest visitors at a steady pace, with a ledger of what they were promised. */
final class Visitors implements AutoCloseable {
    private static final Duration TO_FINISH = Duration.ofSeconds(120);

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Ledger ledger;
    private final List<Visitor> visitors = new ArrayList<>();
    private final Queue<Long> waits = new ConcurrentLinkedQueue<>();
    private final AtomicLong troubles = new AtomicLong();
    private volatile boolean wanted = true;

    /**
     * Starts them.
     *
     * @param ledger where promises are noted
     * @param socketPort where they connect, which may be a proxy
     * @param sitePort port in the origin of the pages that they are on
     * @param count how many
     * @param millis from a visitor's frame to the next
     * @param seed of their pauses
     */
    Visitors(Ledger ledger, int socketPort, int sitePort, int count, int millis, long seed) {
        this.ledger = ledger;
        WebSocketConnectOptions where = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(socketPort)
                .setURI("/v1/socket")
                .setTimeout(5_000)
                .addSubProtocol("rapport.v1")
                .addHeader("Origin", "http://localhost:" + sitePort);
        onLoop(() -> {
            WebSocketClient client = vertx.createWebSocketClient(
                    new WebSocketClientOptions().setMaxConnections(4 * count).setConnectTimeout(5_000));
            for (int i = 0; i < count; i++) {
                Visitor visitor = new Visitor(client, where, this, seed + i);
                visitors.add(visitor);
                vertx.setTimer(1 + (long) i * millis / count, first -> {
                    visitor.tick(wanted);
                    vertx.setPeriodic(millis, id -> visitor.tick(wanted));
                });
            }
        });
    }

    private void onLoop(Runnable work) {
        CountDownLatch done = new CountDownLatch(1);
        loop.runOnContext(v -> {
            try {
                work.run();
            } finally {
                done.countDown();
            }
        });
        try {
            if (!done.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the visitors' event loop does not turn");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    Ledger ledger() {
        return ledger;
    }

    void answered(long nanos) {
        waits.add(nanos);
    }

    void troubled() {
        troubles.incrementAndGet();
    }

    /** Times from a frame to its acknowledgement since the last call, in milliseconds, in order of size. */
    List<Double> takeWaits() {
        List<Double> taken = new ArrayList<>();
        for (Long wait = waits.poll(); wait != null; wait = waits.poll()) {
            taken.add(wait / 1e6);
        }
        taken.sort(null);
        return taken;
    }

    /** Waits until so many more frames are acknowledged. */
    void awaitProgress(long frames, Duration patience) {
        long target = ledger.acknowledged() + frames;
        Patience.until(patience, () -> ledger.acknowledged() >= target, frames + " acknowledged frames");
    }

    /** Makes no more frames and waits until each that was made is acknowledged. */
    void finish() {
        wanted = false;
        boolean[] all = new boolean[1];
        Patience.until(
                TO_FINISH,
                () -> {
                    onLoop(() -> all[0] = visitors.stream().allMatch(Visitor::allAcknowledged));
                    return all[0];
                },
                "the last acknowledgements");
    }

    /** Hangs up. */
    @Override
    public void close() {
        onLoop(() -> visitors.forEach(Visitor::stop));
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
