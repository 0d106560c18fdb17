package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses that waste connections. */
class ConductTest {
    private static final int MANY = 150;

    @TempDir
    Path data;

    @Test
    void anAddressThatSendsGarbageIsTurnedAwayAndItsNeighbourIsNot() throws Exception {
        try (RunningListener listener = RunningListener.roomy(data)) {
            for (int i = 0; i < MANY; i++) {
                garbage(listener.port());
            }

            assertEquals("", garbage(listener.port()), "closed before a word");
            assertTrue(turnedAway(listener) > 0);
            listener.welcomed(session());
        }
    }

    @Test
    void aCrowdOfHonestPagesAtOneAddressCostsItNothing() throws Exception {
        try (RunningListener listener = new RunningListener(data, 64L << 20, 1_000)) {
            for (int i = 0; i < 3 * MANY; i++) {
                listener.welcomed(session()).leave();
            }

            listener.welcomed(session());
            assertEquals(0, turnedAway(listener));
        }
    }

    @Test
    void behindAProxyOnlyTheWastefulVisitorIsTurnedAway() throws Exception {
        PublicServer.Limits limits = new PublicServer.Limits(
                "127.0.0.1",
                0,
                true,
                1_000,
                1_000,
                3,
                1_000,
                1_000,
                ClientAddress.behind("127.0.0.1"),
                Optional.empty());
        try (RunningListener listener = new RunningListener(data, 64L << 20, limits)) {
            CompletionException refused = assertThrows(CompletionException.class, () -> {
                for (int i = 0; i < MANY; i++) {
                    Page page = listener.connect(RunningListener.ORIGIN, "198.51.100.7");
                    page.sendBytes(new byte[] {1, 2, 3});
                    assertEquals(1007, page.closeCode());
                }
            });

            assertTrue(String.valueOf(refused.getCause()).contains("429"), refused::toString);
            listener.welcomed(session(), "198.51.100.8");
        }
    }

    /** What a bad client at an address of its own is told before the connection ends. */
    private static String garbage(int port) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName("127.0.0.2"), 0)) {
            socket.getOutputStream().write("no request\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException cut) {
            return "";
        }
    }

    private static double turnedAway(RunningListener listener) throws IOException, InterruptedException {
        return listener.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("rapport_connections_turned_away_total "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String session() {
        return UUID.randomUUID().toString();
    }
}
