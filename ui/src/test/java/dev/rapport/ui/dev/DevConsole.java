package dev.rapport.ui.dev;

import dev.rapport.admin.AuditLog;
import dev.rapport.admin.InMemoryAuditLog;
import dev.rapport.admin.Role;
import dev.rapport.analytics.InMemoryAnalytics;
import dev.rapport.analytics.Range;
import dev.rapport.journal.JournalEntry;
import dev.rapport.learning.Reference;
import dev.rapport.learning.ScoreCounts;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.session.Visit;
import dev.rapport.settings.DemoSettings;
import dev.rapport.settings.InMemorySettingsStore;
import dev.rapport.settings.InMemorySiteSecrets;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.Console;
import dev.rapport.ui.ConsoleConfig;
import dev.rapport.ui.ConsoleServices;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A console to look at: {@code DevConsole [PORT [PUBLIC_URL]]}. Everything is in memory and made up. Sign in as {@value
 * #NAME} with {@value #PASSWORD}.
 */
public final class DevConsole implements AutoCloseable {
    /** The account that may do everything. */
    public static final String NAME = "ada";

    /** Its password. */
    public static final String PASSWORD = "correct horse battery";

    private static final int VISITS = 2_600;
    private static final Duration SPAN = Duration.ofDays(6);
    private static final int LIVE = 9;

    private final Clock clock = Clock.systemUTC();
    private final InMemorySettingsStore settings = new InMemorySettingsStore(clock);
    private final InMemoryAnalytics analytics = new InMemoryAnalytics();
    private final MemoryAdministrators administrators = new MemoryAdministrators(clock);
    private final InMemoryAuditLog audit = new InMemoryAuditLog(clock);
    private final LiveSessions live = new LiveSessions(clock);
    private final ConsoleConfig config;
    private final ConsoleServices services;
    private final Console console;
    private final boolean filled;
    private long received;
    private volatile boolean broken;

    private DevConsole(int port, URI publicUrl, boolean filled) {
        this.filled = filled;
        config = new ConsoleConfig(ConsoleConfig.DEFAULT_HOST, port, publicUrl, false, Optional.empty());
        services = new ConsoleServices(
                settings,
                analytics,
                analytics,
                analytics,
                this::reference,
                live,
                administrators,
                new InMemorySiteSecrets(clock),
                audit,
                this::frameCounts,
                Optional.of(new ConsoleServices.WidgetFile(
                        "0011223344556677", "sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
                () -> Optional.of("Friction model, made-up card for looking at the page."),
                clock);
        console = new Console(config, services);
    }

    /** How it listens. */
    public ConsoleConfig config() {
        return config;
    }

    /** What it reads and changes. */
    public ConsoleServices services() {
        return services;
    }

    /** A console with the demo site, an account and some days of made-up visits. */
    public static DevConsole filled(int port, URI publicUrl) {
        DevConsole dev = new DevConsole(port, publicUrl, true);
        dev.administrators.accept(dev.administrators.invite(Role.OWNER), NAME, PASSWORD.toCharArray());
        Instant now = dev.clock.instant();
        dev.settings.save(
                MadeUpSites.shop(DemoSettings.of(Set.of("http://localhost:8080"), now.minus(SPAN)), now), "setup");
        dev.settings.save(MadeUpSites.empty(), "setup");
        dev.audit.add(new AuditLog.Entry("server", AuditLog.Action.INVITED, "owner", "valid for 24 hours"));
        dev.audit.add(new AuditLog.Entry(NAME, AuditLog.Action.ACCOUNT_CREATED, NAME, "role owner"));
        dev.audit.add(new AuditLog.Entry(
                NAME,
                AuditLog.Action.SETTINGS_SAVED,
                DemoSettings.SITE,
                "version 2, SHA-256 52d3e04f95f1a6b1 → 8c0ffee1d0d0beef"));
        dev.audit.add(new AuditLog.Entry(
                "server",
                AuditLog.Action.FRAMES_REFUSED,
                DemoSettings.SITE,
                "14 frames since the last row held a channel that is not allowed"));
        dev.play(now);
        return dev;
    }

    /** A console as it is on the very first start: no site, no account. */
    public static DevConsole empty(int port, URI publicUrl) {
        return new DevConsole(port, publicUrl, false);
    }

    private Optional<Reference> reference() {
        ScoreCounts counts = analytics.scores("demo-shop", Range.last(SPAN, clock.instant(), true));
        return counts.scored() == 0 ? Optional.empty() : Optional.of(Reference.of(counts));
    }

    /** From now on the overview finds that its numbers cannot be had. */
    public void breakDown() {
        broken = true;
    }

    private Map<String, Long> frameCounts() {
        if (broken) {
            throw new IllegalStateException("broken on purpose, to see the page that says so");
        }
        return Map.of("received", received, "stored", received, "duplicate", 0L, "refused", 0L, "dropped", 0L);
    }

    /** The settings behind it. */
    public InMemorySettingsStore settings() {
        return settings;
    }

    /** The accounts behind it. */
    public MemoryAdministrators administrators() {
        return administrators;
    }

    /** The visits on the line. */
    public LiveSessions live() {
        return live;
    }

    /** Starts it; the port it listens on. */
    public int start() {
        console.start();
        if (filled) {
            Thread.ofVirtual().name("made-up-live").start(this::playLive);
        }
        return console.port();
    }

    @Override
    public void close() {
        console.close();
    }

    private void play(Instant now) {
        SiteSettings site = settings.bySite("demo-shop").orElseThrow();
        MadeUpVisits visits = new MadeUpVisits(site, 7);
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < VISITS; i++) {
            Duration age = Duration.ofSeconds(
                    (long) (SPAN.minusMinutes(1).toSeconds() * Math.pow((i + 1) / (double) VISITS, 1.2)));
            boolean simulated = i % 6 == 5;
            entries.addAll(visits.entries(visits.visit("visit-%016d".formatted(i), now.minus(age), simulated)));
        }
        received = entries.size();
        analytics.apply(entries);
    }

    /** Nine visits that go on for ever, each replayed from its start when it is over. */
    private void playLive() {
        MadeUpVisits visits = new MadeUpVisits(settings.bySite("demo-shop").orElseThrow(), 11);
        List<List<JournalEntry>> scripts = new ArrayList<>();
        for (int i = 0; i < LIVE; i++) {
            Visit visit =
                    visits.visit("live-%016d".formatted(i), clock.instant().minusSeconds(60L * i), i % 4 == 3);
            scripts.add(visits.entries(visit));
        }
        for (int second = 14; ; second++) {
            for (int i = 0; i < LIVE; i++) {
                JournalEntry entry =
                        scripts.get(i).get((second + i * 3) % scripts.get(i).size());
                live.update(entry.visit(), entry.frame(), entry.outcome());
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Starts one and waits. */
    public static void main(String[] args) throws InterruptedException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
        URI publicUrl = URI.create(args.length > 1 ? args[1] : "http://localhost:8080");
        DevConsole dev = filled(port, publicUrl);
        System.out.println("port " + dev.start());
        System.out.println("http://127.0.0.1:" + dev.console.port() + "/  name: " + NAME + "  password: " + PASSWORD);
        Thread.currentThread().join();
    }
}
