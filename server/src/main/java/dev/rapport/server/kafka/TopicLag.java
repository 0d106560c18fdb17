package dev.rapport.server.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the store is behind the topic. The brokers are asked each second; what this node appended since is added:
 * {@code entries = last answer + appended since}, {@code bytes = entries × mean size of this node's entries}.
 */
final class TopicLag implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicLag.class);
    private static final long ANSWER_SECONDS = 5;
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final KafkaAddress address;
    private final Admin admin;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("journal-lag").factory());
    private final AtomicLong sending = new AtomicLong();
    private final AtomicLong appended = new AtomicLong();
    private final AtomicLong appendedBytes = new AtomicLong();
    private volatile Answer answer = new Answer(0, 0, Long.MIN_VALUE);
    private boolean silent;

    /** What the brokers said, how much had been appended when they were asked, and when (ns). */
    private record Answer(long entries, long appendedBefore, long at) {}

    TopicLag(KafkaAddress address) {
        this.address = address;
        admin = Topic.admin(address);
        refresh();
        thread.scheduleWithFixedDelay(this::refresh, 1, 1, TimeUnit.SECONDS);
    }

    void sending(long entries) {
        sending.addAndGet(entries);
    }

    /** Whether {@code bytes} went or, below 0, nobody knows. */
    void settled(long entries, long bytes) {
        sending.addAndGet(-entries);
        if (bytes < 0) {
            return;
        }
        appended.addAndGet(entries);
        appendedBytes.addAndGet(bytes);
    }

    long entries() {
        Answer last = answer;
        return last.entries() + appended.get() - last.appendedBefore();
    }

    long bytes() {
        long count = appended.get();
        return count == 0 ? 0 : entries() * (appendedBytes.get() / count);
    }

    synchronized void refresh() {
        long before = appended.get();
        boolean still = sending.get() == 0;
        try {
            long entries = ask();
            still &= sending.get() == 0 && appended.get() == before;
            // With frames on their way the brokers' number and ours overlap: good only if there is no better.
            if (still || System.nanoTime() - answer.at() > STALE_NANOS || answer.at() == Long.MIN_VALUE) {
                answer = new Answer(entries, before, System.nanoTime());
            }
            silent = false;
        } catch (ExecutionException | TimeoutException e) {
            if (!silent) {
                silent = true;
                LOG.warn("the Kafka brokers do not say how far the store is behind: {}", e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long ask() throws ExecutionException, InterruptedException, TimeoutException {
        List<TopicPartition> partitions = partitions();
        var committed = admin.listConsumerGroupOffsets(TopicReader.group(address))
                .partitionsToOffsetAndMetadata()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        var first = offsets(partitions, OffsetSpec.earliest());
        var ends = offsets(partitions, OffsetSpec.latest());
        long behind = 0;
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata done = committed.get(partition);
            long from = done == null ? first.getOrDefault(partition, 0L) : done.offset();
            behind += Math.max(0, ends.getOrDefault(partition, 0L) - from);
        }
        return behind;
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException, TimeoutException {
        return admin
                .describeTopics(List.of(address.topic()))
                .allTopicNames()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(p -> new TopicPartition(address.topic(), p.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = partitions.stream().collect(Collectors.toMap(p -> p, p -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(asked)
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        admin.close(Duration.ofSeconds(1));
    }
}
