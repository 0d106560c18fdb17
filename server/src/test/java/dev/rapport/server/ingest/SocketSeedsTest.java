package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every sequence of moves that {@code ./rapport fuzz} started from or stumbled over. */
class SocketSeedsTest {
    @TestFactory
    Stream<DynamicTest> moves() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "fuzz", "FuzzedSocket"))) {
            List<Path> seeds = files.sorted().toList();
            assertTrue(seeds.size() > 2, "the seeds of the socket");
            return seeds.stream()
                    .map(seed -> DynamicTest.dynamicTest(
                            String.valueOf(seed.getFileName()),
                            () -> FuzzedSocket.fuzzerTestOneInput(Files.readAllBytes(seed))));
        }
    }
}
