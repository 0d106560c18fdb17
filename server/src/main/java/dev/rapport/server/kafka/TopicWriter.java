package dev.rapport.server.kafka;

import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalEntryCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends entries with {@code acks=all} and idempotence. Kafka's {@code send} may block while brokers are away, so a thread of its own
 * calls it and event loops never wait.
 */
final class TopicWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicWriter.class);

    /** Longer than a broker's restart would be nicer, but a page's frame should be refused before its ring is full. */
    private static final int DELIVERY_MILLIS = 10_000;

    private static final long POLL_MILLIS = 200;

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final BlockingQueue<Run> queue = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    TopicWriter(KafkaAddress address) {
        topic = address.topic();
        producer = new KafkaProducer<>(
                address.with(Map.of(
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        2,
                        "max.block.ms",
                        DELIVERY_MILLIS,
                        "request.timeout.ms",
                        DELIVERY_MILLIS / 2,
                        "delivery.timeout.ms",
                        DELIVERY_MILLIS)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        thread = new Thread(this::send, "journal-kafka");
        thread.start();
    }

    /** One append: all of its entries must be on the brokers before it is done. */
    private record Run(
            List<byte[]> keys, List<byte[]> values, long bytes, AtomicInteger left, CompletableFuture<Long> done) {}

    /** Completes with the bytes sent once every in-sync replica has all entries. */
    CompletableFuture<Long> append(List<JournalEntry> entries) {
        List<byte[]> values = entries.stream().map(JournalEntryCodec::encode).toList();
        List<byte[]> keys = entries.stream()
                .map(e -> e.visit().session().getBytes(StandardCharsets.UTF_8))
                .toList();
        long bytes = values.stream().mapToLong(v -> v.length).sum();
        Run run = new Run(keys, values, bytes, new AtomicInteger(values.size()), new CompletableFuture<>());
        waiting.addAndGet(bytes);
        run.done().whenComplete((sent, failure) -> waiting.addAndGet(-bytes));
        if (closing) {
            run.done().completeExceptionally(failure(new IOException("the journal is closed")));
        } else {
            queue.add(run);
        }
        return run.done();
    }

    /** Bytes handed over that the brokers have not confirmed. */
    long waiting() {
        return waiting.get();
    }

    private void send() {
        while (!closing || !queue.isEmpty()) {
            try {
                Run run = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (run != null) {
                    send(run);
                }
            } catch (InterruptedException e) {
                closing = true;
            }
        }
    }

    private void send(Run run) {
        try {
            for (int i = 0; i < run.values().size(); i++) {
                var record = new ProducerRecord<>(
                        topic, run.keys().get(i), run.values().get(i));
                producer.send(record, (where, failed) -> {
                    if (failed != null) {
                        refuse(run, failed);
                    } else if (run.left().decrementAndGet() == 0) {
                        run.done().complete(run.bytes());
                    }
                });
            }
        } catch (RuntimeException e) {
            refuse(run, e);
        }
    }

    private static void refuse(Run run, Exception cause) {
        if (run.done().completeExceptionally(failure(cause))) {
            LOG.error(
                    "{} frames could not be written to Kafka and are not acknowledged: {}",
                    run.values().size(),
                    cause.getMessage());
        }
    }

    private static UncheckedIOException failure(Exception cause) {
        return new UncheckedIOException(
                "the journal's brokers failed: " + cause.getMessage(),
                cause instanceof IOException io ? io : new IOException(cause));
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(DELIVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofMillis(DELIVERY_MILLIS));
        for (Run late = queue.poll(); late != null; late = queue.poll()) {
            late.done().completeExceptionally(failure(new IOException("the journal is closed")));
        }
    }
}
