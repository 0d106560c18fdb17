package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.FrameCodec;
import dev.rapport.settings.DemoSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that breaks RFC 6455, beside an honest one. */
class AbuseTest {
    private static final int FIN = 0x80;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;

    @TempDir
    static Path data;

    private static RunningListener listener;
    private Page bystander;

    @BeforeAll
    static void start() {
        listener = RunningListener.roomy(data);
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    @BeforeEach
    void anHonestVisitorIsHere() {
        bystander = listener.welcomed(UUID.randomUUID().toString());
    }

    @AfterEach
    void theBystanderGoesOnAndNoPlaceIsLost() throws Exception {
        bystander.send(Page.frame(1));
        bystander.awaitAck(1);
        bystander.leave();
        for (int i = 0; i < 100 && !listener.get("/metrics").body().contains("rapport_sockets 0.0"); i++) {
            Thread.sleep(50);
        }
        assertTrue(listener.get("/metrics").body().contains("rapport_sockets 0.0"));
    }

    @Test
    void aMessageInThreeFragmentsIsOneMessage() throws IOException {
        byte[] hello = hello();
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(BINARY, Arrays.copyOf(hello, 5));
            raw.frame(CONTINUATION, Arrays.copyOfRange(hello, 5, 20));
            raw.frame(FIN | CONTINUATION, Arrays.copyOfRange(hello, 20, hello.length));

            assertTrue(raw.hears("\"welcome\""));
        }
    }

    @Test
    void aMessageOneByteAtATimeIsOneMessage() throws Exception {
        byte[] hello = hello();
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.write((byte) (FIN | BINARY), (byte) (0x80 | hello.length), (byte) 0, (byte) 0, (byte) 0, (byte) 0);
            for (byte b : hello) {
                raw.write(b);
            }

            assertTrue(raw.hears("\"welcome\""));
        }
    }

    @Test
    void reservedBitsEndTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(FIN | 0x70 | BINARY, hello());

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void anUnknownOpcodeEndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(FIN | 0x0b, hello());

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void aFrameWithoutMaskEndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.write((byte) (FIN | BINARY), (byte) 3, (byte) 1, (byte) 2, (byte) 3);

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void aHugeLengthEndsTheConnectionBeforeItsBytesCome() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.write((byte) (FIN | BINARY), (byte) (0x80 | 127), (byte) 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff);
            raw.write((byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0, (byte) 0, (byte) 0, (byte) 0);

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void fragmentsWithoutEndAreCutAtTheLimit() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(BINARY, new byte[8_000]);
            try {
                for (int i = 0; i < 100; i++) {
                    raw.frame(CONTINUATION, new byte[8_000]);
                }
            } catch (IOException cutWhileSending) {
                return;
            }
            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void aControlFrameThatIsTooLongEndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(FIN | PING, new byte[200]);

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void textThatIsNoUtf8EndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(FIN | TEXT, (byte) '[', (byte) 0xc3, (byte) 0x28);

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void aFloodOfPingsEndsTheConnection() throws Exception {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(FIN | BINARY, hello());
            assertTrue(raw.hears("\"welcome\""));
            for (int i = 0; i < 100; i++) {
                raw.frame(FIN | PING);
            }

            assertTrue(raw.hears("too many pings"));
        }
    }

    @Test
    void aFewPingsAreAnsweredAndDoNotReplaceTheHello() throws Exception {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(FIN | PING, (byte) 'p');

            assertTrue(raw.hears("p"));
            assertTrue(raw.hears("no hello came within 5 s"));
        }
    }

    @Test
    void pingsBetweenFragmentsDoNotDisturbTheMessage() throws Exception {
        byte[] hello = hello();
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(BINARY, Arrays.copyOf(hello, 5));
            raw.frame(FIN | PING);
            raw.frame(FIN | CONTINUATION, Arrays.copyOfRange(hello, 5, hello.length));

            assertTrue(raw.hears("\"welcome\""));
        }
    }

    @Test
    void aContinuationOfNothingEndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(FIN | CONTINUATION, hello());

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void aNewMessageInsideAnotherEndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(BINARY, Arrays.copyOf(hello(), 5));
            raw.frame(FIN | BINARY, hello());

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void aFragmentedPingEndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(PING, (byte) 1);

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void aCloseOfOneByteEndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(FIN | CLOSE, (byte) 3);

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void aCloseWithACodeThatMayNotBeSentEndsTheConnection() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.frame(FIN | CLOSE, (byte) (1005 >> 8), (byte) (1005 & 0xff));

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void linesThatSayNothingWholeAreCut() throws Exception {
        try (RawSocket silent = new RawSocket(listener.port(), 25_000);
                RawSocket drippingHead = new RawSocket(listener.port(), 25_000);
                RawSocket drippingBody = new RawSocket(listener.port(), 25_000)) {
            drippingBody.write("POST /v1/frames HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"
                    .getBytes(StandardCharsets.ISO_8859_1));
            long end = System.nanoTime() + 22_000_000_000L;
            try {
                while (System.nanoTime() < end) {
                    drippingHead.write((byte) 'G');
                    drippingBody.write((byte) 'x');
                    Thread.sleep(200);
                }
            } catch (IOException cutWhileSending) {
                // as it should be
            }

            assertTrue(silent.cutByServer());
            assertTrue(drippingHead.cutByServer());
            assertTrue(drippingBody.cutByServer());
        }
    }

    @Test
    void aHalfClosedConnectionIsLetGo() throws IOException {
        try (RawSocket raw = RawSocket.upgraded(listener.port())) {
            raw.shutOutput();

            assertTrue(raw.cutByServer());
        }
    }

    @Test
    void aPathThatIsNoSocketIsRefused() throws IOException {
        try (RawSocket raw = new RawSocket(listener.port())) {
            String answer =
                    raw.request("GET /v1/other HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
        }
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() throws IOException {
        try (RawSocket raw = new RawSocket(listener.port())) {
            String answer =
                    raw.request("GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n");

            assertEquals("HTTP/1.1 431", answer.substring(0, Math.min(12, answer.length())));
        }
    }

    private static byte[] hello() {
        return FrameCodec.encode(
                Page.hello(DemoSettings.SITE_KEY, UUID.randomUUID().toString()));
    }
}
