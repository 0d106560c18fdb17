package dev.rapport.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A temporary folder of one bench, deleted with all that is in it.
 *
 * @param path where it is
 */
record Folder(Path path) implements AutoCloseable {
    static Folder temporary() {
        try {
            return new Folder(Files.createTempDirectory("rapport-bench"));
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder for the bench: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder " + path + " is left over: " + e.getMessage(), e);
        }
    }
}
