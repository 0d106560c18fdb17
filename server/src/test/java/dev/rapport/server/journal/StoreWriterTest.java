package dev.rapport.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.OutcomeStore;
import dev.rapport.journal.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is away while segment after segment of the journal fills, and comes back. */
class StoreWriterTest {
    private static final int FRAMES = 6_000;

    @TempDir
    Path folder;

    /** Takes nothing while it is away, notes in which order what came afterwards, and fails once after it has taken a batch. */
    private static final class AwayStore implements OutcomeStore {
        private final List<JournalEntry> taken = new ArrayList<>();
        private volatile boolean away = true;
        private boolean saidSo;

        @Override
        public synchronized int apply(List<JournalEntry> entries) {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            for (JournalEntry entry : entries) {
                if (!taken.contains(entry)) {
                    taken.add(entry);
                }
            }
            if (!saidSo) {
                saidSo = true;
                throw new IllegalStateException("the line was cut before the answer came");
            }
            return entries.size();
        }

        @Override
        public void clearSimulated(String site) {}

        synchronized List<JournalEntry> taken() {
            return List.copyOf(taken);
        }
    }

    @Test
    void everythingDrainsInOrderAfterwardsAndTheDiskIsFreed() throws Exception {
        AwayStore store = new AwayStore();
        List<JournalEntry> acknowledged;
        long budget = FRAMES * Entries.size(new Entries().next()) * 2; // a segment is an eighth of it
        try (FileJournal journal = new FileJournal(folder, budget);
                StoreWriter writer = new StoreWriter(journal, store)) {
            acknowledged = new Entries().append(journal, FRAMES);
            long segments = segments();
            assertTrue(segments > 3, segments + " segments");
            assertEquals(FRAMES, journal.backlog());

            store.away = false;
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (journal.backlog() > 0 && System.nanoTime() < end) {
                Thread.sleep(20);
            }

            assertEquals(0, journal.backlog());
            assertTrue(segments() < segments, "counted segments are deleted");
        }
        assertEquals(acknowledged, store.taken());
    }

    private long segments() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toFile().length() > 100).count();
        }
    }
}
