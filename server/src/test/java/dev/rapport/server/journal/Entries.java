package dev.rapport.server.journal;

import dev.rapport.journal.Journal;
import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalEntryCodec;
import dev.rapport.journal.SampleEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Entries of one session with rising sequences, into and out of a journal. */
final class Entries {
    private final SampleEntries samples = new SampleEntries(7);
    private long sequence;

    JournalEntry next() {
        return samples.entry("a", ++sequence);
    }

    /** Appends {@code count} entries and waits until all are on disk. */
    List<JournalEntry> append(Journal journal, int count) throws Exception {
        List<JournalEntry> entries = new ArrayList<>();
        List<CompletableFuture<Void>> durable = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JournalEntry entry = next();
            entries.add(entry);
            durable.add(journal.append(entry).toCompletableFuture());
        }
        CompletableFuture.allOf(durable.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        return entries;
    }

    /** Bytes that an entry takes on disk. */
    static long size(JournalEntry entry) {
        return Record.HEADER + JournalEntryCodec.encode(entry).length;
    }

    /** Reads and commits all that is there. */
    static List<JournalEntry> drain(Journal journal) throws InterruptedException {
        List<JournalEntry> entries = new ArrayList<>();
        for (Journal.Batch batch = journal.read(100, 50); !batch.entries().isEmpty(); batch = journal.read(100, 50)) {
            entries.addAll(batch.entries());
            journal.commit(batch.next());
        }
        return entries;
    }
}
