package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A header that anybody can write, over the real socket: it earns no place of its own unless a named proxy wrote it. */
class ForwardedForTest {
    @TempDir
    Path data;

    private RunningListener onePlaceAnAddress(ClientAddress client) {
        return new RunningListener(
                data,
                64L << 20,
                new PublicServer.Limits("127.0.0.1", 0, true, 100, 1, 3, 1_000, 1_000, client, Optional.empty()));
    }

    @Test
    void fromNobodyWhenNoProxyIsNamed() {
        try (RunningListener listener = onePlaceAnAddress(ClientAddress.DIRECT)) {
            listener.welcomed(UUID.randomUUID().toString(), "198.51.100.7");

            assertThrows(CompletionException.class, () -> listener.connect(RunningListener.ORIGIN, "198.51.100.8"));
        }
    }

    @Test
    void fromNobodyButTheNamedProxy() {
        try (RunningListener listener = onePlaceAnAddress(ClientAddress.behind("127.0.0.2"))) {
            listener.welcomed(UUID.randomUUID().toString(), "198.51.100.7");

            assertThrows(CompletionException.class, () -> listener.connect(RunningListener.ORIGIN, "198.51.100.8"));
        }
    }
}
