package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.pipeline.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of every frame adds up over restarts. */
class KeptCountsTest {
    @TempDir
    Path data;

    private static void assertConserved(Map<String, Long> totals) {
        long ended = totals.entrySet().stream()
                .filter(one -> !one.getKey().equals("received"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertEquals(totals.get("received"), ended, totals::toString);
    }

    /** Seven frames: one for each end, two under way. */
    private static FrameCounts seven() {
        FrameCounts counts = new FrameCounts();
        for (int i = 0; i < 7; i++) {
            counts.received();
        }
        counts.stored(2);
        counts.duplicate();
        counts.refused(Outcome.Refusal.values()[0]);
        counts.dropped(FrameCounts.Drop.JOURNAL_FULL, 1);
        return counts;
    }

    @Test
    void theyGoOnAfterAStopAndWhatWasUnderWayIsInterrupted() {
        FrameCounts before = new FrameCounts();
        try (KeptCounts kept = new KeptCounts(data, before)) {
            before.resume(seven().single());
        }

        FrameCounts after = new FrameCounts();
        try (KeptCounts kept = new KeptCounts(data, after)) {
            assertEquals(
                    Map.of("received", 7L, "stored", 2L, "duplicate", 1L, "refused", 1L, "dropped", 3L, "inFlight", 0L),
                    after.totals());
            assertEquals(2, after.single().get("dropped.interrupted"));
            after.received();
            assertConserved(after.totals());
        }
    }

    @Test
    void aFileThatWasDamagedBeginsAtZero() throws Exception {
        Files.writeString(data.resolve(KeptCounts.NAME), "received=seven\n");

        FrameCounts counts = new FrameCounts();
        try (KeptCounts kept = new KeptCounts(data, counts)) {
            assertEquals(0, counts.totals().get("received"));
        }
    }

    @Test
    void aServerShowsItsFormerLifesFramesInItsMetrics() throws Exception {
        Map<String, Long> first;
        try (RunningListener listener = RunningListener.roomy(data)) {
            Page page = listener.welcomed(UUID.randomUUID().toString().replace("-", ""));
            for (int i = 1; i <= 20; i++) {
                page.send(Page.frame(i));
            }
            page.awaitAck(20);
            page.send(Page.frame(20));
            first = listener.settledCounts();
        }
        try (RunningListener listener = RunningListener.roomy(data)) {
            Page page = listener.welcomed(UUID.randomUUID().toString().replace("-", ""));
            page.send(Page.frame(1));
            page.awaitAck(1);

            Map<String, Long> both = listener.settledCounts();
            assertEquals(21, both.get("stored"));
            assertEquals(20, first.get("stored"));
            assertConserved(both);
            String metrics = listener.get("/metrics").body();
            assertTrue(
                    metrics.lines()
                            .anyMatch(line -> line.startsWith("rapport_frames_total{outcome=\"stored\"")
                                    && line.endsWith(" 21.0")),
                    metrics);
        }
    }
}
