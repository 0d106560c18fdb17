package dev.rapport.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The reference journal: entries as bytes in memory. It survives nothing; for tests and short-lived servers. A position
 * is the number of entries before it.
 */
public final class InMemoryJournal implements Journal {
    private final long budget;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private long committed;
    private long used;
    private boolean closed;

    /** A journal that holds at most {@code budget} bytes of entries that are not committed. */
    public InMemoryJournal(long budget) {
        this.budget = budget;
    }

    @Override
    public CompletionStage<Void> append(List<JournalEntry> entries) {
        List<byte[]> encoded = entries.stream().map(JournalEntryCodec::encode).toList();
        long size = encoded.stream().mapToLong(bytes -> bytes.length).sum();
        lock.lock();
        try {
            if (closed) {
                return CompletableFuture.failedFuture(new IllegalStateException("the journal is closed"));
            }
            if (used + size > budget) {
                return CompletableFuture.failedFuture(new JournalFullException(used, budget));
            }
            waiting.addAll(encoded);
            used += size;
            arrived.signalAll();
            return CompletableFuture.completedFuture(null);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Batch read(int limit, long waitMillis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (waiting.isEmpty() && !closed && left > 0) {
                left = arrived.awaitNanos(left);
            }
            List<JournalEntry> entries = new ArrayList<>();
            Iterator<byte[]> oldest = waiting.iterator();
            while (oldest.hasNext() && entries.size() < limit) {
                entries.add(JournalEntryCodec.decode(oldest.next()));
            }
            return new Batch(entries, committed + entries.size());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void commit(long position) {
        lock.lock();
        try {
            if (position > committed + waiting.size()) {
                throw new IllegalArgumentException(
                        "position " + position + " is after the end, " + (committed + waiting.size()));
            }
            while (committed < position) {
                used -= waiting.removeFirst().length;
                committed++;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long backlog() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
