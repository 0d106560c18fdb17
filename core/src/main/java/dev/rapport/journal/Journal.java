package dev.rapport.journal;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Keeps entries between ingest and roll-ups so that an acknowledged frame survives a crash. Every implementation passes
 * {@code JournalContract}. Thread-safe.
 */
public interface Journal extends AutoCloseable {
    /**
     * Appends entries in this order without blocking: all of them, or none.
     *
     * @return completes once the entries are on disk; completes exceptionally with {@link JournalFullException} when the disk
     *     budget is used up, or with an {@link java.io.UncheckedIOException} when the disk failed: then none of them must
     *     be acknowledged
     */
    CompletionStage<Void> append(List<JournalEntry> entries);

    /** Appends one entry; as {@link #append(List)}. */
    default CompletionStage<Void> append(JournalEntry entry) {
        return append(List.of(entry));
    }

    /**
     * Reads the oldest entries that are durable but not yet {@linkplain #commit committed}, in order. Blocks up to
     * {@code waitMillis} for the first one.
     *
     * @return at most {@code limit} entries with the position after the last; empty when none came in time
     */
    Batch read(int limit, long waitMillis) throws InterruptedException;

    /** Marks everything before {@code position} as applied to the store; it is never read again, even after a crash. */
    void commit(long position);

    /** Entries appended but not committed. */
    long backlog();

    @Override
    void close();

    /**
     * A run of entries.
     *
     * @param entries in order of appending
     * @param next position after the last entry, for {@link Journal#commit}
     */
    record Batch(List<JournalEntry> entries, long next) {
        public Batch {
            entries = List.copyOf(entries);
        }
    }
}
