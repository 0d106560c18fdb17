package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.admin.Administrators.SignIn;
import dev.rapport.admin.Role;
import dev.rapport.analytics.Range;
import dev.rapport.server.simulate.Simulate;
import dev.rapport.settings.DemoSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder copied while the process is stopped is the whole backup, as {@code docs/operations.md} says. */
class BackupTest {
    private static final String PASSWORD = "a few long words nobody else says";

    @TempDir
    Path folder;

    @Test
    void aCopyOfTheDataFolderStartsElsewhereWithEverythingThatWasCountedAndSetUp() throws Exception {
        Path data = folder.resolve("data");
        Path copy = folder.resolve("restored elsewhere");
        long counted;
        try (Server server = Started.ingest(data)) {
            var administrators = server.store().administrators();
            administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD.toCharArray());
            visit(server);
            counted = server.frameCounts().getOrDefault("stored", 0L);
        }
        copy(data, copy);
        try (Server later = Started.ingest(data)) {
            visit(later);
        }

        try (Server restored = Started.ingest(copy)) {
            assertTrue(counted > 0);
            assertEquals(counted, frames(restored));
            assertInstanceOf(
                    SignIn.Accepted.class, restored.store().administrators().signIn("Ada", PASSWORD.toCharArray()));
            visit(restored);
        }
        assertEquals(-1, Files.mismatch(data.resolve("unit.key"), copy.resolve("unit.key")));
    }

    private static void visit(Server server) {
        List<String> arguments = List.of(
                "--visitors", "10", "--server", server.publicUrl().toString(), "--speed", "50", "--seconds", "1");
        assertEquals(0, Simulate.run(arguments, new PrintStream(new ByteArrayOutputStream()), System.err));
    }

    private static long frames(Server server) {
        Range range = Range.last(Duration.ofHours(2), Instant.now().plusSeconds(60), true);
        return server.store().reports().totals(DemoSettings.SITE, range).frames();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
