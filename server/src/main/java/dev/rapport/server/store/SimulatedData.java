package dev.rapport.server.store;

import dev.rapport.analytics.OutcomeStore;
import dev.rapport.settings.SiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Deletes what simulated visitors left, whether the server of that data runs or not. */
public final class SimulatedData {
    private static final int PORT_LINE = 3;

    private SimulatedData() {}

    /**
     * Clears every site.
     *
     * @param databaseUrl the server's database; empty: the embedded one under {@code data}, which may be running
     * @param data Rapport's data directory
     * @throws StoreException with one sentence when there is none or it cannot be opened
     */
    public static void clear(Optional<String> databaseUrl, Path data) {
        try (Store store = existing(databaseUrl, data)) {
            OutcomeStore outcomes = store.outcomes();
            store.settings().all().stream().map(SiteSettings::site).forEach(outcomes::clearSimulated);
        }
    }

    /** The store that a server uses, running or not; never a new one. */
    static Store existing(Optional<String> databaseUrl, Path data) {
        Optional<String> url = databaseUrl.or(() -> running(data));
        if (url.isEmpty() && !Files.isDirectory(data.resolve("postgres"))) {
            throw new StoreException("there is no Rapport data in " + data + "; name its folder with --data");
        }
        return Store.open(url, data, Clock.systemUTC());
    }

    private static Optional<String> running(Path data) {
        Path cluster = data.resolve("postgres");
        if (Postmaster.of(cluster).isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> pid = Files.readAllLines(cluster.resolve("postmaster.pid"));
            String password =
                    Files.readString(data.resolve("postgres.password")).strip();
            return Optional.of("postgres://" + Cluster.NAME + ":" + password + "@127.0.0.1:"
                    + pid.get(PORT_LINE).strip() + "/" + Cluster.NAME);
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new StoreException("the running database of " + data + " cannot be reached: " + e.getMessage(), e);
        }
    }
}
