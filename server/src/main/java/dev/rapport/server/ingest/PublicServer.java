package dev.rapport.server.ingest;

import dev.rapport.journal.Journal;
import dev.rapport.pipeline.Admission;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.scoring.Model;
import dev.rapport.scoring.Scorer;
import dev.rapport.settings.SettingsStore;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The public side of a server: listeners on every event loop over one shared intake. */
public final class PublicServer implements AutoCloseable {
    private static final int DRAIN_SECONDS = 5;

    private static final int SETTLE_SECONDS = 1;

    /** Connections beyond open sockets: those that ask for a file or post, and those that are told that there is no room. */
    private static final int ASKING = 1_000;

    private final Vertx vertx;
    private final Limits limits;
    private final Intake parts;
    private final FrameCounts counts = new FrameCounts();
    private final KeptCounts kept;
    private final Health health = new Health();
    private final RefusalLog refusals;
    private final Metrics metrics;
    private final AutoCloseable watching;
    private final AtomicInteger bound = new AtomicInteger();
    private final Map<String, Route> routes;

    /**
     * How it listens and what it bears.
     *
     * @param host address to bind
     * @param port 0 for any free one
     * @param demo whether the demo shop is served
     * @param maxConnections open sockets
     * @param maxConnectionsPerAddress open sockets of one address
     * @param framesPerSecond lasting rate of one session
     * @param framesPerSecondPerAddress lasting rate of one network address
     * @param framesPerSecondPerSite lasting rate of one site
     * @param client how the address of a connection is told
     * @param certificate for TLS, empty for plain HTTP
     */
    public record Limits(
            String host,
            int port,
            boolean demo,
            int maxConnections,
            int maxConnectionsPerAddress,
            int framesPerSecond,
            int framesPerSecondPerAddress,
            int framesPerSecondPerSite,
            ClientAddress client,
            Optional<KeyCertOptions> certificate) {}

    /** A public side with nothing but the widget's own paths, that does not listen yet and shares its keys with nobody. */
    public PublicServer(
            Limits limits,
            Path data,
            SettingsStore settings,
            Model model,
            Journal journal,
            LiveSessions live,
            Clock clock) {
        this(limits, data, settings, Shared.alone(clock), model, journal, live, clock, Map.of());
    }

    /**
     * A public side that does not listen yet.
     *
     * @param shared what every ingest node of an installation has in common
     * @param routes who answers paths that are none of the widget's own
     */
    public PublicServer(
            Limits limits,
            Path data,
            SettingsStore settings,
            Shared shared,
            Model model,
            Journal journal,
            LiveSessions live,
            Clock clock,
            Map<String, Route> routes) {
        this.limits = limits;
        this.routes = Map.copyOf(routes);
        kept = new KeptCounts(data, counts);
        vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        VisitorUnits units = VisitorUnits.in(data);
        OpenSockets sockets = new OpenSockets(limits.maxConnections(), limits.maxConnectionsPerAddress());
        VisitNames names = new VisitNames(shared.keys(), clock);
        refusals = new RefusalLog(shared.audit(), clock);
        parts = new Intake(
                new Admission(settings, units::unit, clock),
                names,
                settings,
                new Scorer(model),
                journal,
                counts,
                refusals,
                new SessionRegistry(),
                sockets,
                live,
                new Crowd(limits.framesPerSecondPerAddress(), limits.framesPerSecondPerSite()),
                new Conduct(limits.client()),
                limits.framesPerSecond(),
                clock);
        metrics = new Metrics(counts, names, sockets, parts.conduct(), journal);
        watching = settings.watch(sockets::settingsChanged);
    }

    /**
     * Binds the port on every event loop.
     *
     * @throws IllegalStateException with one sentence when it cannot be bound
     */
    public void start() {
        int port = limits.port() == 0 ? freePort() : limits.port();
        Lines.Places places = new Lines.Places(
                limits.maxConnections() + ASKING, limits.maxConnectionsPerAddress() + ASKING, limits.client());
        int instances = Math.max(1, Runtime.getRuntime().availableProcessors());
        try {
            vertx.deployVerticle(
                            () -> new PublicListener(limits, port, parts, places, health, metrics, bound, routes),
                            new DeploymentOptions().setInstances(instances))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            throw new IllegalStateException(
                    "the public listener cannot use " + limits.host() + ":" + limits.port() + " (" + cause.getMessage()
                            + "); free that port or choose another with --port",
                    e);
        }
        health.ready(true);
    }

    /** All listeners of this process must name the same port to share it, so a free one is looked up first. */
    private int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName(limits.host()))) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the public listener cannot use the address " + limits.host() + ": " + e.getMessage(), e);
        }
    }

    /** Adds to what {@code /metrics} prints. */
    public void measure(MeterBinder more) {
        metrics.bind(more);
    }

    /** The port it listens on; meaningful once started. */
    public int port() {
        return bound.get();
    }

    /** Number of open sockets. */
    public int open() {
        return parts.sockets().count();
    }

    /** What became of every frame since the data folder was made. */
    public Map<String, Long> frameCounts() {
        return counts.totals();
    }

    /** Turns traffic away, closes every socket with 1012 and waits for that, at most 5 s. */
    public void drain() {
        health.ready(false);
        try {
            parts.sockets().drain().toCompletionStage().toCompletableFuture().get(DRAIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            // what did not close by now is cut when the listener stops
        }
    }

    /** Waits for frames that are with the disk, whose pages are gone already, so that they are counted as what they became. */
    private void settle() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
        while (frameCounts().getOrDefault("inFlight", 0L) > 0 && System.nanoTime() < end) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        drain();
        settle();
        try {
            watching.close();
        } catch (Exception e) {
            throw new IllegalStateException("the settings watch did not close", e);
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
        kept.close();
        metrics.close();
        refusals.close();
    }
}
