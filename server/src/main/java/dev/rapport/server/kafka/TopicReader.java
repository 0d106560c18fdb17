package dev.rapport.server.kafka;

import dev.rapport.journal.Journal;
import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalEntryCodec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the partitions that the group gives this node. What was fetched stays here until it is committed, so that reading again
 * without a commit gives the same; what another node takes over is forgotten. A position counts fetched entries since the start.
 */
final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    private static final long JOIN_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Duration SLICE = Duration.ofMillis(100);
    private static final long SESSION_MILLIS = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deque<Fetched> fetched = new ArrayDeque<>();
    private final Map<TopicPartition, Long> uncommitted = new HashMap<>();
    private long serial;
    private boolean joined;
    private boolean closed;

    TopicReader(KafkaAddress address) {
        consumer = new KafkaConsumer<>(
                address.with(Map.of(
                        "group.id",
                        group(address),
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "session.timeout.ms",
                        (int) SESSION_MILLIS,
                        "partition.assignment.strategy",
                        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(address.topic()), new Hands());
        long deadline = System.nanoTime() + JOIN_NANOS;
        while (!joined && System.nanoTime() < deadline) {
            poll(SLICE, 1);
        }
    }

    /** All nodes of an installation are one group. */
    static String group(KafkaAddress address) {
        return "rapport-store-" + address.topic();
    }

    private record Fetched(long serial, TopicPartition from, long offset, JournalEntry entry) {}

    Journal.Batch read(int limit, long waitMillis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMillis);
        lock.lockInterruptibly();
        try {
            poll(Duration.ZERO, limit);
            while (fetched.isEmpty() && !closed && System.nanoTime() < deadline) {
                poll(SLICE, limit);
            }
            List<JournalEntry> entries = new ArrayList<>();
            long next = serial;
            for (Fetched one : fetched) {
                if (entries.size() == limit) {
                    break;
                }
                entries.add(one.entry());
                next = one.serial() + 1;
            }
            return new Journal.Batch(entries, next);
        } catch (InterruptException e) {
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
        } finally {
            lock.unlock();
        }
    }

    /** Keeps this node in the group; fetches only while fewer than {@code limit} entries wait here. */
    private void poll(Duration wait, int limit) {
        if (closed) {
            return;
        }
        Set<TopicPartition> all = consumer.assignment();
        if (fetched.size() >= limit) {
            consumer.pause(all);
        } else {
            consumer.resume(all);
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
            TopicPartition from = new TopicPartition(record.topic(), record.partition());
            try {
                fetched.add(new Fetched(serial++, from, record.offset(), JournalEntryCodec.decode(record.value())));
            } catch (RuntimeException e) {
                uncommitted.merge(from, record.offset() + 1, Math::max);
                LOG.error(
                        "entry {} of {} cannot be read and is passed over: {}", record.offset(), from, e.getMessage());
            }
        }
    }

    /** Commits what was fetched before {@code position}; says how many entries that were. */
    int commit(long position) {
        lock.lock();
        try {
            if (position > serial) {
                throw new IllegalArgumentException("position " + position + " is after the end, " + serial);
            }
            int count = 0;
            while (!fetched.isEmpty() && fetched.getFirst().serial() < position) {
                Fetched one = fetched.removeFirst();
                uncommitted.merge(one.from(), one.offset() + 1, Math::max);
                count++;
            }
            if (!uncommitted.isEmpty() && !closed) {
                Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
                uncommitted.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
                consumer.commitSync(offsets);
                uncommitted.clear();
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what another node takes over. */
    private final class Hands implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            Set<TopicPartition> gone = new HashSet<>(partitions);
            fetched.removeIf(one -> gone.contains(one.from()));
            uncommitted.keySet().removeAll(gone);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            joined = true;
            if (!partitions.isEmpty()) {
                LOG.info(
                        "this node counts {} of the topic's partitions",
                        consumer.assignment().size());
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            consumer.close();
        } finally {
            lock.unlock();
        }
    }
}
