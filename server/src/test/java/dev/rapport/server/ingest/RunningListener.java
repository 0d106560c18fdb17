package dev.rapport.server.ingest;

import dev.rapport.admin.AuditLog;
import dev.rapport.admin.InMemoryAuditLog;
import dev.rapport.journal.Journal;
import dev.rapport.models.OnnxModel;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.server.journal.FileJournal;
import dev.rapport.session.KeyRing;
import dev.rapport.settings.DemoSettings;
import dev.rapport.settings.InMemorySettingsStore;
import dev.rapport.settings.SettingsStore;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A public listener with its real journal and model, settings in memory, and a client to talk to it. */
final class RunningListener implements AutoCloseable {
    static final String ORIGIN = "https://shop.example";
    static final Clock CLOCK = Clock.systemUTC();

    final SettingsStore settings;
    final AuditLog audit;
    final KeyRing keys;
    final Journal journal;
    final PublicServer server;
    private final OnnxModel model = OnnxModel.bundled();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocketClient sockets;

    /** A listener on a free port with these settings. */
    RunningListener(Path data, long journalBudget, int maxConnections) {
        this(data, journalBudget, limits(maxConnections));
    }

    static PublicServer.Limits limits(int maxConnections) {
        return new PublicServer.Limits(
                "127.0.0.1",
                0,
                true,
                maxConnections,
                maxConnections,
                3,
                100_000,
                100_000,
                ClientAddress.DIRECT,
                Optional.empty());
    }

    /** A listener with limits of its own. */
    RunningListener(Path data, long journalBudget, PublicServer.Limits limits) {
        this(data, journalBudget, limits, CLOCK);
    }

    /** A listener by a clock of its own. */
    RunningListener(Path data, long journalBudget, PublicServer.Limits limits, Clock clock) {
        this(data, journalBudget, limits, clock, KeyRing.inMemory(clock));
    }

    /** A listener that seals with keys of these. */
    RunningListener(Path data, long journalBudget, PublicServer.Limits limits, Clock clock, KeyRing keys) {
        this(data, journalBudget, limits, clock, keys, new InMemorySettingsStore(CLOCK));
    }

    private RunningListener(
            Path data,
            long journalBudget,
            PublicServer.Limits limits,
            Clock clock,
            KeyRing keys,
            SettingsStore settings) {
        this.keys = keys;
        this.settings = settings;
        settings.save(DemoSettings.of(Set.of(ORIGIN), CLOCK.instant()), "test");
        journal = new FileJournal(data.resolve("journal"), journalBudget);
        audit = new InMemoryAuditLog(clock);
        server = new PublicServer(
                limits,
                data,
                settings,
                new Shared(keys, audit),
                model,
                journal,
                new LiveSessions(clock),
                clock,
                Map.of());
        server.start();
        sockets = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxConnections(10_000).setMaxFrameSize(1 << 20));
    }

    /** A listener with plenty of room, reached by way of a proxy at 127.0.0.1, which no misconduct is charged to. */
    static RunningListener roomy(Path data) {
        return roomy(data, new InMemorySettingsStore(CLOCK));
    }

    /** The same over these settings. */
    static RunningListener roomy(Path data, SettingsStore settings) {
        return new RunningListener(
                data,
                64L << 20,
                new PublicServer.Limits(
                        "127.0.0.1",
                        0,
                        true,
                        1_000,
                        1_000,
                        3,
                        100_000,
                        100_000,
                        ClientAddress.behind("127.0.0.1"),
                        Optional.empty()),
                CLOCK,
                KeyRing.inMemory(CLOCK),
                settings);
    }

    int port() {
        return server.port();
    }

    /** A connection that has not said hello. */
    Page connect(String origin) {
        return Page.connect(sockets, port(), origin, Map.of());
    }

    /** A connection that came through a proxy which says whom it is for. */
    Page connect(String origin, String forwardedFor) {
        return Page.connect(sockets, port(), origin, Map.of("X-Forwarded-For", forwardedFor));
    }

    /** A connection that was welcomed. */
    Page welcomed(String session) {
        return welcomed(session, connect(ORIGIN));
    }

    /** A connection through a proxy that was welcomed. */
    Page welcomed(String session, String forwardedFor) {
        return welcomed(session, connect(ORIGIN, forwardedFor));
    }

    private static Page welcomed(String session, Page page) {
        page.send(Page.hello(DemoSettings.SITE_KEY, session));
        page.await("welcome");
        return page;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String origin, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** The counts once nothing is in flight. */
    Map<String, Long> settledCounts() throws InterruptedException {
        Map<String, Long> counts = server.frameCounts();
        for (int i = 0; i < 200 && counts.getOrDefault("inFlight", 0L) > 0; i++) {
            Thread.sleep(10);
            counts = server.frameCounts();
        }
        return counts;
    }

    @Override
    public void close() {
        server.close();
        journal.close();
        model.close();
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
