package dev.rapport.server.chaos;

import dev.rapport.server.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** A database apart from the program, with a line to it that can be taken down. */
final class OwnDatabase implements AutoCloseable {
    private final Store store;
    private final Postgres postgres;
    private final FaultProxy line;

    /** Starts it on a folder. */
    OwnDatabase(Path folder) {
        store = Store.open(Optional.empty(), folder, Clock.systemUTC());
        postgres = Postgres.of(folder).orElseThrow(() -> new IllegalStateException("no database in " + folder));
        line = new FaultProxy(postgres.port(), Mischief.NONE, 1);
    }

    /** Address by way of the line. */
    String url() {
        return "postgres://rapport:" + postgres.password() + "@127.0.0.1:" + line.port() + "/rapport";
    }

    void away(boolean now) {
        line.down(now);
    }

    Postgres witness() {
        return postgres;
    }

    @Override
    public void close() {
        line.close();
        store.close();
    }
}
