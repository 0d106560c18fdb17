package dev.rapport.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whole servers on their embedded database, on any free port, for tests. */
public final class Started {
    private Started() {}

    /** A server that has started; the caller closes it. Without a console, which takes long to start. */
    public static Server ingest(Path data, String... more) {
        List<String> flags = new ArrayList<>(List.of("--role", "ingest"));
        flags.addAll(List.of(more));
        return whole(data, flags.toArray(String[]::new));
    }

    /** A server that has started, with its console unless the flags {@code more} say otherwise; the caller closes it. */
    static Server whole(Path data, String... more) {
        List<String> flags = new ArrayList<>(List.of("--data", data.toString(), "--port", "0"));
        flags.addAll(List.of(more));
        Server server = new Server(ServerConfig.parse(flags.toArray(String[]::new), Map.of()));
        server.start();
        return server;
    }
}
