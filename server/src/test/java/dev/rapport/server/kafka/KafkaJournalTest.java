package dev.rapport.server.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.journal.Journal;
import dev.rapport.journal.JournalContract;
import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.SampleEntries;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaJournalTest extends JournalContract {
    private static final long LARGE = 64L << 20;

    @TempDir
    static Path folder;

    private static Broker broker;
    private static int topics;

    private record Opened(KafkaAddress address, long budget) {}

    private final Map<Journal, Opened> opened = new HashMap<>();

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new Broker(folder);
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    private static KafkaAddress topic(int partitions) throws Exception {
        KafkaAddress address = new KafkaAddress(broker.address(), "frames-" + topics++, Map.of());
        try (Admin admin = Topic.admin(address)) {
            admin.createTopics(List.of(new NewTopic(address.topic(), partitions, (short) 1)))
                    .all()
                    .get();
        }
        return address;
    }

    private Journal open(KafkaAddress address, long budget) {
        Journal journal = new KafkaJournal(address, budget);
        opened.put(journal, new Opened(address, budget));
        return journal;
    }

    @Override
    protected Journal open(long budget) throws Exception {
        return open(topic(1), budget);
    }

    @Override
    protected Journal reopened(Journal journal) {
        journal.close();
        Opened before = Objects.requireNonNull(opened.get(journal));
        return open(before.address(), before.budget());
    }

    @Test
    void twoNodesShareTheWorkAndWhatADeadOneLeavesIsCountedByTheOther() throws Exception {
        KafkaAddress address = topic(6);
        Journal dying = open(address, LARGE);
        try (Journal living = open(address, LARGE)) {
            SampleEntries samples = new SampleEntries(7);
            Map<String, List<JournalEntry>> written = new HashMap<>();
            for (int i = 0; i < 600; i++) {
                String session = "session-" + i % 20;
                JournalEntry entry = samples.entry(session, i + 1);
                (i % 2 == 0 ? dying : living)
                        .append(entry)
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
                written.computeIfAbsent(session, s -> new ArrayList<>()).add(entry);
            }
            dying.read(50, 2_000); // never committed: it dies before the store has them
            dying.close();

            Map<String, List<JournalEntry>> counted = new HashMap<>();
            int count = 0;
            for (int idle = 0; count < 600 && idle < 50; idle++) {
                Journal.Batch batch = living.read(100, 500);
                batch.entries()
                        .forEach(e -> counted.computeIfAbsent(e.visit().session(), s -> new ArrayList<>())
                                .add(e));
                count += batch.entries().size();
                living.commit(batch.next());
            }
            assertEquals(written, counted);
            assertEquals(0, living.backlog());
        }
    }

    @Test
    void aKilledBrokerRefusesFramesAndLosesNoAcknowledgedOne() throws Exception {
        try (Journal journal = open(LARGE)) {
            SampleEntries samples = new SampleEntries(8);
            List<JournalEntry> kept = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                JournalEntry entry = samples.entry("a", i + 1);
                journal.append(entry).toCompletableFuture().get(10, TimeUnit.SECONDS);
                kept.add(entry);
            }
            broker.kill();
            var refused = journal.append(samples.entry("b", 1)).toCompletableFuture();
            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> refused.get(30, TimeUnit.SECONDS));
            assertInstanceOf(UncheckedIOException.class, failure.getCause());
            broker.start();
            JournalEntry after = samples.entry("c", 1);
            journal.append(after).toCompletableFuture().get(30, TimeUnit.SECONDS);

            List<JournalEntry> read = new ArrayList<>();
            for (int idle = 0; read.size() < 51 && idle < 60; idle++) {
                Journal.Batch batch = journal.read(100, 500);
                read.addAll(batch.entries());
                journal.commit(batch.next());
            }
            kept.add(after);
            assertTrue(read.containsAll(kept), "read " + read.size() + " of " + kept.size());
        }
    }
}
