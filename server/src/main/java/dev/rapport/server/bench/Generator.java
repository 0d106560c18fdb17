package dev.rapport.server.bench;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The client: lines on as many event loops as there are cores, the same for every target. */
final class Generator implements AutoCloseable {
    private static final int LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Vertx vertx = Vertx.vertx();

    /** Frames a second, answered, over {@code seconds}, when every line sends as fast as it is answered. */
    double saturate(Target target, int lines, int window, double seconds) {
        Traffic traffic = new Traffic();
        String id = deploy(target.port(), traffic, lines, window, 0);
        await(traffic, () -> traffic.greeted.sum() >= lines / LOOPS * LOOPS);
        long before = traffic.frames.sum();
        long from = System.nanoTime();
        rest(seconds);
        double rate = (traffic.frames.sum() - before) / ((System.nanoTime() - from) / 1e9);
        undeploy(id);
        traffic.check();
        return rate;
    }

    /** Sends {@code rate} frames a second whether they are answered or not; times count from when a frame was due. */
    Traffic pace(Target target, int lines, double rate, double seconds) {
        Traffic traffic = new Traffic();
        String id = deploy(target.port(), traffic, lines, 0, rate);
        rest(seconds);
        undeploy(id);
        traffic.check();
        return traffic;
    }

    /** Opens lines that say hello and then {@code frames} frames each, and holds them until closed. */
    Held hold(Target target, int lines, int frames) {
        Traffic traffic = new Traffic();
        List<Lines> loops = new ArrayList<>();
        String id = deploy(target.port(), traffic, lines, 0, 0, loops);
        await(traffic, () -> traffic.greeted.sum() >= lines);
        for (int i = 0; i < frames; i++) {
            loops.forEach(Lines::sendOne);
            long wanted = (i + 1L) * lines;
            await(traffic, () -> traffic.frames.sum() >= wanted);
        }
        return new Held(traffic, () -> undeploy(id));
    }

    /** Opens lines that send {@code rate} frames a second together, and holds them until closed. */
    Held hold(Target target, int lines, double rate) {
        return hold(target.port(), lines, rate);
    }

    /** The same to a port on loopback. */
    Held hold(int port, int lines, double rate) {
        Traffic traffic = new Traffic();
        String id = deploy(port, traffic, lines, 0, rate);
        await(traffic, () -> traffic.greeted.sum() >= lines / LOOPS * LOOPS);
        return new Held(traffic, () -> undeploy(id));
    }

    /**
     * Lines that are held open.
     *
     * @param traffic what goes over them
     * @param end closes them
     */
    record Held(Traffic traffic, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
            traffic.check();
        }
    }

    private static void await(Traffic traffic, java.util.function.BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean()) {
            traffic.check();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the server does not answer: " + traffic.greeted.sum() + " lines and "
                        + traffic.frames.sum() + " frames came through");
            }
            rest(0.005);
        }
    }

    private String deploy(int port, Traffic traffic, int lines, int window, double rate) {
        return deploy(port, traffic, lines, window, rate, new ArrayList<>());
    }

    private String deploy(int port, Traffic traffic, int lines, int window, double rate, List<Lines> into) {
        return vertx.deployVerticle(
                        () -> {
                            Lines loop = new Lines(port, traffic, lines / LOOPS, window, rate / LOOPS);
                            synchronized (into) {
                                into.add(loop);
                            }
                            return loop;
                        },
                        new DeploymentOptions().setInstances(LOOPS))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void undeploy(String id) {
        vertx.undeploy(id).toCompletionStage().toCompletableFuture().join();
        rest(0.3);
    }

    /** Waits. */
    static void rest(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The lines of one event loop. */
    private static final class Lines extends VerticleBase {
        private static final int GOODBYE_MILLIS = 300;
        private static final int OPENING = 100;
        private static final long SEED = 1;

        private final int port;
        private final Traffic traffic;
        private final int count;
        private final int window;
        private final double perNano;
        private final List<Line> lines = new ArrayList<>();
        private final SplittableRandom chance = new SplittableRandom(SEED);
        private long began;
        private long sent;
        private int opened;

        Lines(int port, Traffic traffic, int count, int window, double perSecond) {
            this.port = port;
            this.traffic = traffic;
            this.count = count;
            this.window = window;
            this.perNano = perSecond / 1e9;
        }

        @Override
        public Future<?> start() {
            WebSocketClient client =
                    vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(count * 2));
            for (int i = 0; i < count; i++) {
                Line line = new Line(vertx, client, port, traffic, window);
                lines.add(line);
            }
            vertx.setPeriodic(1, this::openSome);
            if (perNano > 0) {
                vertx.setPeriodic(1, tick -> sendDue());
            }
            return Future.succeededFuture();
        }

        /** A few at a time: what a herd does to a server is another question. */
        private void openSome(long timer) {
            while (opened < count && (long) opened * LOOPS - traffic.greeted.sum() < (long) OPENING * LOOPS) {
                lines.get(opened++).open();
            }
            if (opened == count) {
                vertx.cancelTimer(timer);
            }
        }

        /**
         * Begins once every line of every loop was greeted. Which line is next is a matter of chance, since pages do not know of one another:
         * in turn, all would come to the frame that brings a hint in the same moment.
         */
        private void sendDue() {
            if (began == 0) {
                if (traffic.greeted.sum() < (long) count * LOOPS) {
                    return;
                }
                began = System.nanoTime();
            }
            long due = (long) ((System.nanoTime() - began) * perNano);
            while (sent < due) {
                long at = began + (long) (sent / perNano);
                sent++;
                int turn = chance.nextInt(lines.size());
                for (int tries = 0; tries < lines.size(); tries++) {
                    turn = (turn + 1) % lines.size();
                    if (lines.get(turn).send(at)) {
                        break;
                    }
                }
            }
        }

        void sendOne() {
            context.runOnContext(v -> lines.forEach(line -> line.send(System.nanoTime())));
        }

        @Override
        public Future<?> stop() {
            lines.forEach(Line::stop);
            return vertx.timer(GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
