package dev.rapport.server.journal;

import dev.rapport.journal.Journal;
import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalEntryCodec;
import dev.rapport.journal.JournalFullException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal on this machine's disk. One thread writes: it takes all entries that came while the last write was under way, writes
 * them in one piece and forces them to disk (group commit), then completes their futures. An entry whose future completed survives
 * kill -9 and loss of power. Segments wholly counted by the store are deleted.
 */
public final class FileJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final long POLL_MILLIS = 200;

    private final long budget;
    private final long segmentBytes;
    private final SegmentLog log;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final SpareBytes spare = new SpareBytes();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final Thread writer;
    private volatile boolean closing;

    /**
     * Opens the journal of a folder, made if need be. A torn tail, as a crash leaves it, is cut off.
     *
     * @param budget bytes on disk at which {@link #append} answers with {@link JournalFullException}
     * @throws UncheckedIOException when the folder cannot be used
     */
    public FileJournal(Path folder, long budget) {
        this.budget = budget;
        try {
            segmentBytes = Math.clamp(budget / 8, 64 << 10, 16 << 20);
            log = SegmentLog.open(folder, segmentBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal in " + folder + " cannot be used: " + e.getMessage(), e);
        }
        writer = new Thread(this::write, "journal");
        writer.start();
    }

    private record Waiting(Records records, CompletableFuture<Void> done) {}

    @Override
    public CompletionStage<Void> append(List<JournalEntry> entries) {
        Records records = Records.of(entries, spare.take());
        CompletableFuture<Void> done = new CompletableFuture<>();
        long used = log.bytes() + queuedBytes.addAndGet(records.length());
        if (closing || used > budget) {
            queuedBytes.addAndGet(-records.length());
            spare.giveBack(records.bytes());
            done.completeExceptionally(new JournalFullException(used, budget));
        } else {
            queue.add(new Waiting(records, done));
        }
        return done;
    }

    private void write() {
        List<Waiting> group = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                gather(first, group);
                write(group);
            } catch (InterruptedException e) {
                closing = true;
            } finally {
                group.clear();
            }
        }
    }

    /** A group is never much longer than a segment, so that segments can be deleted one by one as they are counted. */
    private void gather(Waiting first, List<Waiting> group) {
        long size = 0;
        for (Waiting next = first; next != null; next = size < segmentBytes ? queue.poll() : null) {
            group.add(next);
            size += next.records().length();
        }
    }

    private void write(List<Waiting> group) {
        List<Records> records = group.stream().map(Waiting::records).toList();
        long size = records.stream().mapToLong(Records::length).sum();
        try {
            log.append(records);
            queuedBytes.addAndGet(-size);
            records.forEach(r -> spare.giveBack(r.bytes()));
            group.forEach(w -> w.done().complete(null));
        } catch (IOException | RuntimeException e) {
            queuedBytes.addAndGet(-size);
            LOG.error(
                    "{} frames could not be written to the journal and are not acknowledged: {}",
                    records.stream().mapToInt(Records::count).sum(),
                    e.getMessage());
            UncheckedIOException failure = new UncheckedIOException(
                    "the journal's disk failed: " + e.getMessage(),
                    e instanceof IOException io ? io : new IOException(e));
            group.forEach(w -> w.done().completeExceptionally(failure));
        }
    }

    @Override
    public Batch read(int limit, long waitMillis) throws InterruptedException {
        try {
            Segment.Slice slice = log.read(limit, waitMillis);
            List<JournalEntry> entries = new ArrayList<>(slice.payloads().size());
            for (byte[] payload : slice.payloads()) {
                decode(payload, entries);
            }
            return new Batch(entries, slice.next());
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    private static void decode(byte[] payload, List<JournalEntry> into) {
        try {
            into.add(JournalEntryCodec.decode(payload));
        } catch (RuntimeException e) {
            LOG.error("an entry with a sound checksum cannot be read and is passed over: {}", e.getMessage());
        }
    }

    @Override
    public void commit(long position) {
        try {
            log.commit(position);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal's position cannot be kept: " + e.getMessage(), e);
        }
    }

    @Override
    public long backlog() {
        return log.records()
                + queue.stream().mapToLong(w -> w.records().count()).sum();
    }

    /** Writes what is queued, then closes. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join();
            for (Waiting late = queue.poll(); late != null; late = queue.poll()) {
                late.done().completeExceptionally(new UncheckedIOException(new IOException("the journal is closed")));
            }
            log.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal did not close", e);
        }
    }
}
