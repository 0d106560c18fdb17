package dev.rapport.e2e.support;

import dev.rapport.server.Server;
import dev.rapport.server.ServerConfig;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The real server on free ports with embedded PostgreSQL in a folder of its own. */
public final class RunningServer implements AutoCloseable {
    /** The site that a fresh server comes with. */
    public static final String SITE = "demo-shop";

    private final Path data;
    private final Server server;

    /** A fresh server. */
    public RunningServer() {
        this(temporary());
    }

    /** A server on the data folder of an earlier one. */
    public RunningServer(Path data) {
        this.data = data;
        this.server = new Server(ServerConfig.parse(
                new String[] {"--port", "0", "--console-port", "0", "--data", data.toString()}, java.util.Map.of()));
        server.start();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rapport-e2e");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where everything is kept. */
    public Path data() {
        return data;
    }

    /** Address of the public listener without a slash at its end. */
    public String publicUrl() {
        return "http://127.0.0.1:" + server.publicPort();
    }

    /** Address of the console without a slash at its end. */
    public String consoleUrl() {
        return server.consoleUrl();
    }

    /** The one-time link that creates the first account. */
    public String adminLink() {
        return server.adminLink().orElseThrow();
    }

    /** The settings as the console sees them. */
    public SettingsStore settings() {
        return server.store().settings();
    }

    /** The reports as the console sees them. */
    public dev.rapport.analytics.Reports reports() {
        return server.store().reports();
    }

    /** The visits on the line now, as the console sees them. */
    public dev.rapport.pipeline.LiveSessions live() {
        return server.live();
    }

    /** Changes the demo site's settings as an editor would. */
    public void change(UnaryOperator<SiteSettings> change) {
        SiteSettings now = settings().bySite(SITE).orElseThrow();
        settings().save(change.apply(now), "test");
    }

    @Override
    public void close() {
        server.close();
    }
}
