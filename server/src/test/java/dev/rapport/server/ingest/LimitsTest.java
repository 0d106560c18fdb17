package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.journal.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens where a listener's room ends. */
class LimitsTest {
    @TempDir
    Path data;

    @Test
    void oneSocketTooManyIsRefusedAndThePlaceOfOneThatLeftIsFree() throws Exception {
        try (RunningListener listener = new RunningListener(data, 64L << 20, 2)) {
            Page first = listener.welcomed(session());
            Page second = listener.welcomed(session());

            CompletionException refused =
                    assertThrows(CompletionException.class, () -> listener.connect(RunningListener.ORIGIN));

            assertTrue(String.valueOf(refused.getCause()).contains("503"), refused::toString);
            first.leave();
            Thread.sleep(100);
            Page third = listener.welcomed(session());
            third.send(Page.frame(1));
            third.awaitAck(1);
            assertTrue(second.open());
        }
    }

    @Test
    void aFullJournalAsksForLessAndWhatWasAcknowledgedIsThere() throws Exception {
        try (RunningListener listener = new RunningListener(data, 128 << 10, 100)) {
            long acknowledged = 0;
            Page refused = null;
            for (int visitor = 0; refused == null; visitor++) {
                Page page = listener.welcomed(session());
                for (int i = 1; i <= 100; i++) {
                    page.send(Page.frame(i));
                }
                for (long seq = 0; seq < 100 && page.open(); ) {
                    try {
                        seq = page.await("ack").getLong("seq");
                    } catch (AssertionError closed) {
                        break;
                    }
                    acknowledged = Math.max(acknowledged, visitor * 100L + seq);
                }
                refused = page.open() ? null : page;
            }

            assertEquals(1013, refused.closeCode());
            assertTrue(refused.types.contains("retry"), refused.types::toString);
            long kept = listener.journal.backlog();
            assertTrue(kept >= acknowledged, kept + " kept, " + acknowledged + " acknowledged");
            assertTrue(listener.settledCounts().getOrDefault("dropped", 0L) > 0);

            Journal.Batch batch = listener.journal.read(100_000, 100);
            listener.journal.commit(batch.next());
            Page later = listener.welcomed(session());
            later.send(Page.frame(1));
            later.awaitAck(1);
        }
    }

    @Test
    void closingTellsEveryPageToComeBackAndKeepsWhatItSent() throws Exception {
        RunningListener listener = RunningListener.roomy(data);
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Page page = listener.welcomed(session());
            page.send(Page.frame(1));
            page.awaitAck(1);
            pages.add(page);
        }
        long from = System.nanoTime();

        listener.server.close();

        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from);
        assertTrue(seconds < 10, seconds + " s");
        for (Page page : pages) {
            assertEquals(1012, page.closeCode());
        }
        assertEquals(50, listener.journal.backlog());
        listener.close();
    }

    @Test
    void anAddressThatFloodsIsSlowedAndTheOthersAreNot() throws Exception {
        PublicServer.Limits limits = new PublicServer.Limits(
                "127.0.0.1", 0, true, 100, 100, 3, 5, 1_000, ClientAddress.behind("127.0.0.1"), Optional.empty());
        try (RunningListener listener = new RunningListener(data, 64L << 20, limits)) {
            Page flooding = listener.welcomed(session(), "198.51.100.7");
            for (int i = 1; i <= 60; i++) {
                flooding.send(Page.frame(i));
            }
            assertEquals(1008, flooding.closeCode());
            assertTrue(flooding.types.contains("retry"), flooding.types::toString);

            Page neighbour = listener.welcomed(session(), "198.51.100.8");
            neighbour.send(Page.frame(1));
            neighbour.awaitAck(1);
        }
    }

    @Test
    void behindAProxyEachVisitorHasConnectionsOfTheirOwn() throws Exception {
        PublicServer.Limits limits = new PublicServer.Limits(
                "127.0.0.1", 0, true, 100, 1, 3, 1_000, 1_000, ClientAddress.behind("127.0.0.1"), Optional.empty());
        try (RunningListener listener = new RunningListener(data, 64L << 20, limits)) {
            listener.welcomed(session(), "198.51.100.7");
            listener.welcomed(session(), "198.51.100.8");
            assertThrows(
                    CompletionException.class, () -> listener.connect(RunningListener.ORIGIN, "1.1.1.1, 198.51.100.8"));
        }
    }

    @Test
    void socketsThatCameAndWentLeaveTheirPlaces() throws Exception {
        PublicServer.Limits limits = new PublicServer.Limits( // by way of a proxy, which nobody turns away
                "127.0.0.1", 0, true, 2, 2, 3, 1_000, 1_000, ClientAddress.behind("127.0.0.1"), Optional.empty());
        try (RunningListener listener = new RunningListener(data, 64L << 20, limits)) {
            for (int i = 0; i < 1_100; i++) { // more than there are places for connections of any kind
                try (RawSocket raw = RawSocket.upgraded(listener.port())) {
                    raw.frame(0x88);
                    raw.cutByServer();
                }
            }
            listener.welcomed(session());
        }
    }

    private static String session() {
        return UUID.randomUUID().toString();
    }
}
