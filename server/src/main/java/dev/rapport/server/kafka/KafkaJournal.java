package dev.rapport.server.kafka;

import dev.rapport.journal.Journal;
import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalFullException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The journal on a Kafka topic. A visit's entries go to one partition, so they keep their order; every node reads the partitions
 * that the group gives it and counts them in the one store. An entry whose future completed is on all in-sync replicas. Entries that
 * two nodes read around a change of hands are counted once, by session and sequence.
 */
public final class KafkaJournal implements Journal {
    private final TopicWriter writer;
    private final TopicReader reader;
    private final TopicLag lag;
    private final long budget;

    /**
     * Opens the topic, made with six partitions if need be.
     *
     * @param budget bytes that all nodes together may have appended and not yet counted
     * @throws IllegalStateException with one sentence when the brokers do not answer within 10 s
     */
    public KafkaJournal(KafkaAddress address, long budget) {
        this.budget = budget;
        Topic.ensure(address);
        lag = new TopicLag(address);
        writer = new TopicWriter(address);
        reader = new TopicReader(address);
    }

    @Override
    public CompletionStage<Void> append(List<JournalEntry> entries) {
        long used = lag.bytes() + writer.waiting();
        if (used > budget) {
            return CompletableFuture.failedFuture(new JournalFullException(used, budget));
        }
        lag.sending(entries.size());
        return writer.append(entries)
                .whenComplete((bytes, failure) -> lag.settled(entries.size(), failure == null ? bytes : -1))
                .thenAccept(bytes -> {});
    }

    @Override
    public Batch read(int limit, long waitMillis) throws InterruptedException {
        return reader.read(limit, waitMillis);
    }

    @Override
    public void commit(long position) {
        if (reader.commit(position) > 0) {
            lag.refresh();
        }
    }

    /** Entries of all nodes that no node has committed, as the brokers said within the last seconds. */
    @Override
    public long backlog() {
        return lag.entries();
    }

    /** Sends what waits, at most 10 s, then leaves the group. */
    @Override
    public void close() {
        writer.close();
        reader.close();
        lag.close();
    }
}
