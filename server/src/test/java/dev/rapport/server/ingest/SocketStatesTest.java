package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.frame.FrameCodec;
import dev.rapport.settings.DemoSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Any sequence of what a client can do, on one visit's lines: every frame ends in one counter and an honest visit goes on. */
@SuppressWarnings("NullAway.Init") // what is made in start(), which jqwik calls before anything else
class SocketStatesTest {
    private static final int FIN = 0x80;
    private static final int LONGEST_FRAME = 300;

    private static Path data;
    private static RunningListener listener;
    private static int honest;

    /** What a client does next. */
    enum Move {
        HELLO,
        FRAME,
        SAME_FRAME,
        EARLIER_FRAME,
        FRAME_OF_ANOTHER_CHANNEL,
        GARBAGE,
        GARBAGE_TEXT,
        EMPTY,
        HALF_A_MESSAGE,
        BROKEN_BITS,
        PING,
        CLOSE,
        HANG_UP,
        RECONNECT
    }

    @BeforeContainer
    static void start() throws IOException {
        data = Files.createTempDirectory("rapport-states");
        listener = RunningListener.roomy(data);
    }

    @AfterContainer
    static void stop() throws IOException {
        listener.close();
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @AfterProperty
    void anHonestVisitGoesOn() {
        Page page = listener.welcomed("honest-visitor-" + ++honest);
        page.send(Page.frame(1));
        page.awaitAck(1);
        page.leave();
    }

    @Property(tries = 120)
    void anySequence(@ForAll @Size(min = 1, max = 14) List<Move> moves, @ForAll long seed) throws Exception {
        Random random = new Random(seed);
        String session = UUID.randomUUID().toString();
        RawSocket raw = RawSocket.upgraded(listener.port());
        int sequence = 0;
        try {
            for (Move move : moves) {
                sequence += move == Move.FRAME ? 1 : 0;
                try {
                    make(move, raw, session, sequence, garbage(random));
                } catch (IOException cut) { // by the server, or because the client wants a new line
                    raw.close();
                    raw = RawSocket.upgraded(listener.port());
                }
            }
        } finally {
            raw.close();
        }
        Map<String, Long> counts = listener.settledCounts();
        long ended = counts.entrySet().stream()
                .filter(count -> !count.getKey().equals("received"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertEquals(counts.get("received"), ended, counts::toString);
    }

    private static byte[] garbage(Random random) {
        byte[] garbage = new byte[random.nextInt(LONGEST_FRAME)];
        random.nextBytes(garbage);
        return garbage;
    }

    /** Makes one move; an {@link IOException} wants a new line. */
    static void make(Move move, RawSocket raw, String session, int sequence, byte[] garbage) throws IOException {
        switch (move) {
            case HELLO -> raw.frame(FIN | 2, FrameCodec.encode(Page.hello(DemoSettings.SITE_KEY, session)));
            case FRAME, SAME_FRAME -> raw.frame(FIN | 2, FrameCodec.encode(Page.frame(Math.max(1, sequence))));
            case EARLIER_FRAME -> raw.frame(FIN | 2, FrameCodec.encode(Page.frame(1)));
            case FRAME_OF_ANOTHER_CHANNEL -> raw.frame(FIN | 2, FrameCodec.encode(Page.typing(sequence + 1)));
            case GARBAGE -> raw.frame(FIN | 2, garbage);
            case GARBAGE_TEXT -> raw.frame(FIN | 1, ("[" + garbage.length + "]").getBytes(StandardCharsets.US_ASCII));
            case EMPTY -> raw.frame(FIN | 2);
            case HALF_A_MESSAGE -> raw.frame(2, FrameCodec.encode(Page.frame(Math.max(1, sequence))));
            case BROKEN_BITS -> raw.frame(FIN | 0x72, garbage);
            case PING -> raw.frame(FIN | 9);
            case CLOSE -> raw.frame(FIN | 8, (byte) (1000 >> 8), (byte) (1000 & 0xff));
            case HANG_UP -> raw.shutOutput();
            case RECONNECT -> throw new IOException("a new line is wanted");
        }
    }
}
