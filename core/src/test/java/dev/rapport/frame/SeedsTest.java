package dev.rapport.frame;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.settings.FuzzedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every input that {@code ./rapport fuzz} started from or stumbled over. */
class SeedsTest {
    private static final Path SEEDS = Path.of("src", "test", "resources", "fuzz");

    @TestFactory
    Stream<DynamicTest> messages() throws IOException {
        return each("FuzzedCodec", FuzzedCodec::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> settings() throws IOException {
        return each("FuzzedSettings", FuzzedSettings::fuzzerTestOneInput);
    }

    private static Stream<DynamicTest> each(String target, Consumer<byte[]> run) throws IOException {
        try (Stream<Path> files = Files.list(SEEDS.resolve(target))) {
            List<Path> seeds = files.sorted().toList();
            assertTrue(seeds.size() > 2, "the seeds of " + target);
            return seeds.stream()
                    .map(seed -> DynamicTest.dynamicTest(
                            target + ' ' + seed.getFileName(), () -> run.accept(Files.readAllBytes(seed))));
        }
    }
}
