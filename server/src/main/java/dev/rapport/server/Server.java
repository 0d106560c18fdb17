package dev.rapport.server;

import dev.rapport.admin.Administrators;
import dev.rapport.admin.Role;
import dev.rapport.journal.Journal;
import dev.rapport.learning.Reference;
import dev.rapport.models.OnnxModel;
import dev.rapport.models.text.TextModel;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.server.ingest.LandmarkerRoutes;
import dev.rapport.server.ingest.PublicServer;
import dev.rapport.server.ingest.Route;
import dev.rapport.server.ingest.Shared;
import dev.rapport.server.journal.FileJournal;
import dev.rapport.server.journal.StoreWriter;
import dev.rapport.server.kafka.KafkaJournal;
import dev.rapport.server.store.Store;
import dev.rapport.server.text.DemoChatRoute;
import dev.rapport.server.text.Replies;
import dev.rapport.server.text.TextRoute;
import dev.rapport.server.tls.LiveCertificate;
import dev.rapport.settings.DemoSites;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.Console;
import dev.rapport.ui.ConsoleConfig;
import dev.rapport.ui.ConsoleServices;
import io.micrometer.core.instrument.FunctionCounter;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole Rapport process: everything is made here, top to bottom, and closed in reverse. */
public final class Server implements AutoCloseable {
    /** Metadata key of the probability from which on an alarm is worth it. */
    private static final String THRESHOLD = "rapport.threshold";

    private static final Duration LOOK_AT_FILES = Duration.ofSeconds(10);

    private final ServerConfig config;
    private final Clock clock;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Store store;
    private final LiveSessions live;
    private final Optional<Reference> reference;
    private final Optional<LiveCertificate> certificate;
    private @Nullable PublicServer publicServer;
    private @Nullable Console console;
    private @Nullable String adminLink;

    /**
     * Opens model, store and journal; nothing listens yet.
     *
     * @throws RuntimeException with one sentence for the operator when a part cannot be opened
     */
    public Server(ServerConfig config) {
        this(config, Clock.systemUTC());
    }

    /** The same by another clock. */
    public Server(ServerConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        try {
            certificate = config.tls().map(tls -> new LiveCertificate(tls.certificate(), tls.key(), LOOK_AT_FILES));
            Files.createDirectories(config.data());
            OnnxModel model = opened(model()); // a wrong one is found before the database starts
            Optional<byte[]> landmarker =
                    config.landmarker().map(from -> from.read(config.data().toAbsolutePath()));
            reference = model.reference();
            store = opened(Store.open(config.databaseUrl(), config.data().toAbsolutePath(), clock));
            live = new LiveSessions(clock);
            if (config.role().ingest()) {
                Journal journal = opened(journal());
                opened(new StoreWriter(journal, store.outcomes()));
                publicServer = opened(new PublicServer(
                        new PublicServer.Limits(
                                config.host(),
                                config.port(),
                                config.demo(),
                                config.maxConnections(),
                                config.maxConnectionsPerAddress(),
                                config.framesPerSecond(),
                                config.framesPerSecondPerAddress(),
                                config.framesPerSecondPerSite(),
                                config.client(),
                                certificate.map(KeyCertOptions::wrap)),
                        config.data().toAbsolutePath(),
                        store.settings(),
                        new Shared(store.keys(), store.audit()),
                        model,
                        journal,
                        live,
                        clock,
                        routes(opened(TextModel.bundled()), landmarker)));
                publicServer.measure(registry -> FunctionCounter.builder(
                                "rapport.widget.cost.seconds", live, l -> l.widgetMicros() / 1e6)
                        .description("Main-thread time that the widget used on visitors' pages, by its own measure")
                        .register(registry));
                publicServer.measure(opened(new DriftWatch(
                        store.settings(), store.reports(), store.learning(), reference, threshold(model), clock)));
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(
                    "the data folder " + config.data() + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Map<String, Route> routes(TextModel text, Optional<byte[]> landmarker) {
        Replies replies = new Replies(text);
        Map<String, Route> routes = new HashMap<>();
        routes.put("/v1/text", new TextRoute(replies, store.secrets(), store.settings()));
        if (config.demo()) {
            routes.put("/demo/support/chat", new DemoChatRoute(replies));
        }
        landmarker.ifPresent(file -> routes.putAll(
                LandmarkerRoutes.of(file, config.landmarker().orElseThrow().sha256())));
        return routes;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private Journal journal() {
        return config.kafka().isPresent()
                ? new KafkaJournal(config.kafka().get(), config.journalBudget())
                : new FileJournal(config.data().toAbsolutePath().resolve("journal"), config.journalBudget());
    }

    private static double threshold(OnnxModel model) {
        try {
            return Math.clamp(Double.parseDouble(model.provenance(THRESHOLD, "0.5")), 0, 1);
        } catch (NumberFormatException e) { // somebody else's file; the middle then
            return 0.5;
        }
    }

    private OnnxModel model() throws IOException {
        return config.model().isPresent() ? OnnxModel.open(config.model().get()) : OnnxModel.bundled();
    }

    /**
     * Binds both ports, makes the demo site of an empty store, and an admin link while there is no account.
     *
     * @throws RuntimeException with one sentence for the operator when a port cannot be bound
     */
    public void start() {
        try {
            if (publicServer != null) {
                publicServer.start();
            }
            if (config.demo()) {
                keepDemoSites();
            }
            if (config.role().console()) {
                startConsole();
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startConsole() {
        PublicServer ingest = publicServer;
        ConsoleServices services = new ConsoleServices(
                store.settings(),
                store.outcomes(),
                store.reports(),
                store.learning(),
                () -> reference,
                live,
                store.administrators(),
                store.secrets(),
                store.audit(),
                () -> ingest == null ? Map.of() : ingest.frameCounts(),
                WidgetRelease.published(),
                ModelCardText::bundled,
                clock);
        Console started = opened(new Console(
                new ConsoleConfig(
                        config.consoleHost(),
                        config.consolePort(),
                        publicUrl(),
                        certificate.isPresent(),
                        certificate.map(LiveCertificate::context)),
                services));
        started.start();
        console = started;
        Administrators administrators = store.administrators();
        if (administrators.isEmpty()) {
            adminLink = consoleUrl() + "/setup?token=" + administrators.invite(Role.OWNER);
        }
    }

    /** The demos are served from this server's own addresses, which may change from start to start. */
    private void keepDemoSites() {
        Set<String> here = new HashSet<>();
        for (String host : Set.of("localhost", "127.0.0.1")) {
            here.add(scheme() + host + ":" + publicPort());
        }
        URI url = publicUrl();
        here.add(url.getScheme() + "://" + url.getRawAuthority());
        SettingsStore settings = store.settings();
        for (SiteSettings demo : DemoSites.all(here, clock.instant())) {
            Optional<SiteSettings> kept = settings.bySite(demo.site());
            if (kept.isEmpty()) {
                settings.save(demo, "first start");
            } else if (!kept.get().origins().containsAll(here)) {
                Set<String> both = new HashSet<>(here);
                both.addAll(kept.get().origins());
                settings.save(kept.get().withOrigins(both), "start");
            }
        }
    }

    /** Port of the public listener; meaningful once started. */
    public int publicPort() {
        return publicServer == null ? config.port() : publicServer.port();
    }

    /** Port of the console; meaningful once started. */
    public int consolePort() {
        return console == null ? config.consolePort() : console.port();
    }

    private String scheme() {
        return certificate.isPresent() ? "https://" : "http://";
    }

    /** How visitors' pages reach the public listener. */
    public URI publicUrl() {
        return config.publicUrl().orElseGet(() -> URI.create(scheme() + "localhost:" + publicPort()));
    }

    /** Where the console is, without a slash at the end. */
    public String consoleUrl() {
        return scheme() + "localhost:" + consolePort();
    }

    /** The link that makes the first account, while there is none. */
    public Optional<String> adminLink() {
        return Optional.ofNullable(adminLink);
    }

    /** What is kept; for tests and commands in the same process. */
    public Store store() {
        return store;
    }

    /** The visits on the line now, as the console sees them. */
    public LiveSessions live() {
        return live;
    }

    /** What became of every frame since the start. */
    public Map<String, Long> frameCounts() {
        return publicServer == null ? Map.of() : publicServer.frameCounts();
    }

    /** Drains and closes everything in reverse: sockets first, then journal, then store. */
    @Override
    public void close() {
        RuntimeException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("a part did not close", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
