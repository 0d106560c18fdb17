package dev.rapport.server.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.Range;
import dev.rapport.server.Server;
import dev.rapport.server.Started;
import dev.rapport.server.simulate.Simulate;
import dev.rapport.settings.DemoSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    @TempDir
    Path folder;

    @Test
    void visitorsFramesReachTheReportsThroughTheTopic() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (Broker broker = new Broker(Files.createDirectory(folder.resolve("kafka")));
                Server server = Started.ingest(data, "--journal", "kafka://" + broker.address() + "/rapport")) {
            int code = Simulate.run(
                    List.of("--visitors", "20", "--server", server.publicUrl().toString(), "--speed", "50"),
                    new PrintStream(OutputStream.nullOutputStream()),
                    System.err);
            assertEquals(0, code);

            long stored = server.frameCounts().getOrDefault("stored", 0L);
            long counted = 0;
            for (int wait = 0; counted != stored && wait < 150; wait++) {
                Thread.sleep(200);
                Range range = Range.last(Duration.ofHours(2), Instant.now().plusSeconds(60), true);
                counted = server.store()
                        .reports()
                        .totals(DemoSettings.SITE, range)
                        .frames();
            }
            assertEquals(stored, counted);
            assertTrue(stored > 0);
            assertTrue(Files.notExists(data.resolve("journal")));
        }
    }
}
