package dev.rapport.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every journal must do. Subclass it and give an empty journal for each test. */
public abstract class JournalContract {
    private static final long LARGE = 64L << 20;

    private final SampleEntries samples = new SampleEntries(1);

    /** An empty journal with this disk budget in bytes. */
    protected abstract Journal open(long budget) throws Exception;

    /** The same journal after a restart; a journal in memory returns itself. */
    protected Journal reopened(Journal journal) throws Exception {
        return journal;
    }

    /** A budget that about a thousand entries of 100 to 1000 bytes use up. */
    protected long smallBudget() {
        return 256 << 10;
    }

    @Test
    void entriesComeBackEqualAndInOrder() throws Exception {
        try (Journal journal = open(LARGE)) {
            List<JournalEntry> written = append(journal, "a", 100);

            assertEquals(written, drain(journal, 7));
        }
    }

    @Test
    void whatIsNotCommittedIsReadAgain() throws Exception {
        try (Journal journal = open(LARGE)) {
            List<JournalEntry> written = append(journal, "a", 10);
            journal.read(4, 1_000);

            assertEquals(written.subList(0, 4), journal.read(4, 1_000).entries());
        }
    }

    @Test
    void whatIsCommittedIsNeverReadAgain() throws Exception {
        Journal journal = open(LARGE);
        List<JournalEntry> written = append(journal, "a", 10);
        journal.commit(journal.read(4, 1_000).next());

        try (Journal again = reopened(journal)) {
            assertEquals(6, again.backlog());
            assertEquals(written.subList(4, 10), drain(again, 100));
        }
    }

    @Test
    void aSecondCommitOfTheSamePositionChangesNothing() throws Exception {
        try (Journal journal = open(LARGE)) {
            List<JournalEntry> written = append(journal, "a", 10);
            long position = journal.read(4, 1_000).next();
            journal.commit(position);

            journal.commit(position);

            assertEquals(6, journal.backlog());
            assertEquals(written.subList(4, 10), drain(journal, 100));
        }
    }

    @Test
    void theBacklogCountsWhatIsNotCommitted() throws Exception {
        try (Journal journal = open(LARGE)) {
            assertEquals(0, journal.backlog());
            append(journal, "a", 5);
            assertEquals(5, journal.backlog());
            drain(journal, 3);
            assertEquals(0, journal.backlog());
        }
    }

    @Test
    void readingAnEmptyJournalComesBackEmptyInTime() throws Exception {
        try (Journal journal = open(LARGE)) {
            long before = System.nanoTime();

            Journal.Batch batch = journal.read(10, 50);

            assertEquals(List.of(), batch.entries());
            assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(5));
            journal.commit(batch.next());
            assertEquals(0, journal.backlog());
        }
    }

    @Test
    void aWaitingReaderIsWokenByAnAppend() throws Exception {
        try (Journal journal = open(LARGE);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            var reading = thread.submit(() -> journal.read(10, 10_000));

            List<JournalEntry> written = append(journal, "a", 1);

            assertEquals(written, reading.get(5, TimeUnit.SECONDS).entries());
        }
    }

    @Test
    void appendsFromManyThreadsAreNeitherLostNorDoubledAndKeepEachThreadsOrder() throws Exception {
        int writers = 4;
        int each = 250;
        try (Journal journal = open(LARGE)) {
            Map<String, List<JournalEntry>> written = new HashMap<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
                List<CompletableFuture<List<JournalEntry>>> runs = new ArrayList<>();
                for (int w = 0; w < writers; w++) {
                    String session = "writer-" + w;
                    SampleEntries own = new SampleEntries(w);
                    runs.add(CompletableFuture.supplyAsync(() -> append(journal, own, session, each), threads));
                }
                List<JournalEntry> read = new ArrayList<>();
                while (read.size() < writers * each) {
                    Journal.Batch batch = journal.read(64, 5_000);
                    assertTrue(!batch.entries().isEmpty(), "read only " + read.size());
                    read.addAll(batch.entries());
                    journal.commit(batch.next());
                }
                for (int w = 0; w < writers; w++) {
                    String session = "writer-" + w;
                    written.put(session, runs.get(w).get(10, TimeUnit.SECONDS));
                    assertEquals(
                            written.get(session),
                            read.stream()
                                    .filter(e -> e.visit().session().equals(session))
                                    .toList());
                }
            }
            assertEquals(0, journal.backlog());
        }
    }

    @Test
    void aFullJournalSaysSoLosesNothingAndTakesEntriesAgainOnceCommitted() throws Exception {
        try (Journal journal = open(smallBudget())) {
            List<JournalEntry> kept = new ArrayList<>();
            JournalEntry refused = null;
            while (refused == null && kept.size() < 100_000) {
                JournalEntry entry = samples.entry("a", kept.size());
                try {
                    journal.append(entry).toCompletableFuture().get(10, TimeUnit.SECONDS);
                    kept.add(entry);
                } catch (ExecutionException e) {
                    assertInstanceOf(JournalFullException.class, e.getCause());
                    refused = entry;
                }
            }
            assertTrue(refused != null, "never full");
            assertEquals(kept, drain(journal, 100));

            List<JournalEntry> after = append(journal, "b", 1);

            assertEquals(after, drain(journal, 100));
        }
    }

    @Test
    void anEntryAppendedBeforeARestartIsReadAfterIt() throws Exception {
        Journal journal = open(LARGE);
        List<JournalEntry> written = append(journal, "a", 3);

        try (Journal again = reopened(journal)) {
            List<JournalEntry> all = new ArrayList<>(written);
            all.addAll(append(again, "b", 2));
            assertEquals(all, drain(again, 100));
        }
    }

    @Test
    void readingCanBeInterrupted() throws Exception {
        try (Journal journal = open(LARGE)) {
            Thread.currentThread().interrupt();

            assertThrows(InterruptedException.class, () -> journal.read(1, 10_000));
        }
    }

    private List<JournalEntry> append(Journal journal, String session, int count) {
        return append(journal, samples, session, count);
    }

    private static List<JournalEntry> append(Journal journal, SampleEntries samples, String session, int count) {
        List<JournalEntry> entries = new ArrayList<>();
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (int i = 0; i < count; i++) {
            JournalEntry entry = samples.entry(session, i + 1);
            entries.add(entry);
            CompletableFuture<Void> durable = journal.append(entry).toCompletableFuture();
            last = CompletableFuture.allOf(last, durable);
        }
        last.orTimeout(10, TimeUnit.SECONDS).join();
        return entries;
    }

    private static List<JournalEntry> drain(Journal journal, int limit) throws InterruptedException {
        List<JournalEntry> entries = new ArrayList<>();
        for (Journal.Batch batch = journal.read(limit, 200);
                !batch.entries().isEmpty();
                batch = journal.read(limit, 200)) {
            assertTrue(batch.entries().size() <= limit);
            entries.addAll(batch.entries());
            journal.commit(batch.next());
        }
        return entries;
    }
}
