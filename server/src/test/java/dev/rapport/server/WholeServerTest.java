package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.Range;
import dev.rapport.server.simulate.Simulate;
import dev.rapport.settings.DemoSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One server on its embedded database, simulated visitors, and a database that dies; one story, in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeServerTest {
    @TempDir
    static Path data;

    private static Server server;

    @BeforeAll
    static void start() {
        server = Started.ingest(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void simulatedVisitorsReachTheReportsApartFromRealOnes() throws Exception {
        String summary = simulate(40);

        assertTrue(summary.startsWith("40 visitors, "), summary);
        assertCountedInReports();
        assertEquals(0, frames(false));
    }

    @Test
    @Order(2)
    void ingestGoesOnWhileTheDatabaseIsDownAndEverythingIsCountedOnceAfterwards() throws Exception {
        kill();

        String summary = simulate(40);

        assertTrue(summary.startsWith("40 visitors, "), summary);
        assertCountedInReports();
    }

    @Test
    @Order(3)
    void clearingDeletesWhatSimulatedVisitorsLeftWhileTheServerRuns() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = Simulate.run(List.of("--clear", "--data", data.toString()), new PrintStream(out), System.err);

        assertEquals(0, code);
        assertEquals(0, frames(true));
    }

    @Test
    @Order(4)
    void theServerDrainsInTenSeconds() {
        long from = System.nanoTime();

        server.close();

        assertTrue(Duration.ofNanos(System.nanoTime() - from).compareTo(Duration.ofSeconds(10)) < 0);
    }

    private static String simulate(int visitors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Simulate.run(
                List.of(
                        "--visitors",
                        Integer.toString(visitors),
                        "--server",
                        server.publicUrl().toString(),
                        "--speed",
                        "50",
                        "--seconds",
                        "1"),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
        assertEquals(0, code);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void kill() throws Exception {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        Optional<ProcessHandle> postgres = ProcessHandle.of(pid);
        postgres.orElseThrow().destroyForcibly();
    }

    private static void assertCountedInReports() throws InterruptedException {
        long stored = server.frameCounts().getOrDefault("stored", 0L);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        long counted = -1;
        while (counted != stored && System.nanoTime() < end) {
            Thread.sleep(200);
            try {
                counted = frames(true);
            } catch (RuntimeException down) {
                counted = -1; // the database is still coming back
            }
        }
        assertEquals(stored, counted);
        assertTrue(stored > 0);
    }

    private static long frames(boolean simulated) {
        Range range = Range.last(Duration.ofHours(2), Instant.now().plusSeconds(60), simulated);
        return server.store().reports().totals(DemoSettings.SITE, range).frames();
    }
}
