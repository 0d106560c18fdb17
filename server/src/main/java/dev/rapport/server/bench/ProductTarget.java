package dev.rapport.server.bench;

import dev.rapport.models.OnnxModel;
import dev.rapport.pipeline.LiveSessions;
import dev.rapport.server.ingest.ClientAddress;
import dev.rapport.server.ingest.PublicServer;
import dev.rapport.server.journal.FileJournal;
import dev.rapport.settings.DemoSettings;
import dev.rapport.settings.InMemorySettingsStore;
import dev.rapport.settings.SettingsStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The product: the public listener with the bundled model, the demo site and a journal on disk; limits as by default. */
final class ProductTarget implements Target {
    /** Origin that the demo site lists here. */
    static final String ORIGIN = "http://localhost";

    private static final long BUDGET = 8L << 30;
    private static final int CONNECTIONS = 21_000;
    private static final int FRAMES_A_SECOND = 3;

    /** All visits come from one address to one site here, which no site does. */
    private static final int UNLIMITED = 100_000_000;

    private final Folder folder = Folder.temporary();
    private final OnnxModel model = OnnxModel.bundled();
    private final FileJournal journal;
    private final PublicServer server;

    ProductTarget() {
        Clock clock = Clock.systemUTC();
        SettingsStore settings = new InMemorySettingsStore(clock);
        settings.save(DemoSettings.of(Set.of(ORIGIN), clock.instant()), "bench");
        journal = new FileJournal(folder.path().resolve("journal"), BUDGET);
        server = new PublicServer(
                new PublicServer.Limits(
                        "127.0.0.1",
                        0,
                        false,
                        CONNECTIONS,
                        CONNECTIONS,
                        FRAMES_A_SECOND,
                        UNLIMITED,
                        UNLIMITED,
                        ClientAddress.DIRECT,
                        Optional.empty()),
                folder.path(),
                settings,
                model,
                journal,
                new LiveSessions(clock),
                clock);
        server.start();
    }

    @Override
    public int port() {
        return server.port();
    }

    /** Open connections. */
    int open() {
        return server.open();
    }

    /** Bytes of the journal on disk. */
    long journalBytes() {
        try (Stream<Path> files = Files.walk(folder.path().resolve("journal"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal's size cannot be told: " + e.getMessage(), e);
        }
    }

    Map<String, Long> counts() {
        return server.frameCounts();
    }

    @Override
    public void close() {
        server.close();
        journal.close();
        model.close();
        folder.close();
    }
}
