package dev.rapport.server.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the journal itself keeps an acknowledgement back, beside what this disk takes to force a write. */
class GroupCommitTest {
    private static final int TIMES = 200;
    /** What a group may wait for more entries. */
    private static final double MOST_MILLIS = 20;

    @TempDir
    Path folder;

    private static double median(List<Long> nanos) {
        nanos.sort(null);
        return nanos.get(nanos.size() / 2) / 1e6;
    }

    private double force() throws Exception {
        List<Long> nanos = new ArrayList<>();
        try (FileChannel file =
                FileChannel.open(folder.resolve("bare"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < TIMES; i++) {
                long from = System.nanoTime();
                file.write(ByteBuffer.allocate(200));
                file.force(false);
                nanos.add(System.nanoTime() - from);
            }
        }
        return median(nanos);
    }

    @Test
    void aLoneEntryIsAcknowledgedWithinTwentyMillisecondsOfTheDisk() throws Exception {
        double bare = force();
        List<Long> nanos = new ArrayList<>();
        Entries entries = new Entries();
        try (FileJournal journal = new FileJournal(folder.resolve("journal"), 64 << 20)) {
            for (int i = 0; i < TIMES; i++) {
                long from = System.nanoTime();
                entries.append(journal, 1);
                nanos.add(System.nanoTime() - from);
            }
        }

        double journal = median(nanos);
        assertTrue(journal <= bare + MOST_MILLIS, "median " + journal + " ms, a bare forced write " + bare + " ms");
    }

    @Test
    void anEntryOfManyWaitsForTheWriteUnderWayAndItsOwn() throws Exception {
        double bare = force();
        List<Long> nanos = java.util.Collections.synchronizedList(new ArrayList<>());
        Entries entries = new Entries();
        try (FileJournal journal = new FileJournal(folder.resolve("journal"), 64 << 20)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 50 * TIMES; i++) {
                long from = System.nanoTime();
                all.add(journal.append(entries.next())
                        .toCompletableFuture()
                        .thenRun(() -> nanos.add(System.nanoTime() - from)));
                if (i % 50 == 49) {
                    Thread.sleep(1);
                }
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        }

        double journal = median(new ArrayList<>(nanos));
        assertTrue(
                journal <= 2 * bare + MOST_MILLIS,
                "median " + journal + " ms of " + nanos.size() + " entries, a bare forced write " + bare + " ms");
    }
}
