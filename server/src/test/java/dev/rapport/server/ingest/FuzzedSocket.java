package dev.rapport.server.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/**
 * What {@code ./rapport fuzz} feeds: the input is a client's moves, each a byte for which, a byte for how long, and so many bytes.
 * However they come, every frame ends in one counter and none in a defect.
 */
public final class FuzzedSocket {
    private static final SocketStatesTest.Move[] MOVES = SocketStatesTest.Move.values();
    private static final int MOST_MOVES = 24;
    private static final RunningListener LISTENER = start();

    private FuzzedSocket() {}

    private static RunningListener start() {
        try {
            return RunningListener.roomy(Files.createTempDirectory("rapport-fuzz"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        String session = UUID.nameUUIDFromBytes(bytes).toString();
        RawSocket raw = RawSocket.upgraded(LISTENER.port());
        int sequence = 0;
        try {
            int at = 0;
            for (int n = 0; n < MOST_MOVES && at + 1 < bytes.length; n++) {
                SocketStatesTest.Move move = MOVES[Byte.toUnsignedInt(bytes[at]) % MOVES.length];
                int end = Math.min(bytes.length, at + 2 + Byte.toUnsignedInt(bytes[at + 1]));
                byte[] with = Arrays.copyOfRange(bytes, at + 2, end);
                sequence += move == SocketStatesTest.Move.FRAME ? 1 : 0;
                try {
                    SocketStatesTest.make(move, raw, session, sequence, with);
                } catch (IOException cut) {
                    raw.close();
                    raw = RawSocket.upgraded(LISTENER.port());
                }
                at = end;
            }
        } finally {
            raw.close();
        }
        Map<String, Long> counts = LISTENER.settledCounts();
        long ended = counts.values().stream().mapToLong(Long::longValue).sum() - counts.getOrDefault("received", 0L);
        if (counts.getOrDefault("received", 0L) != ended) {
            throw new AssertionError("frames do not add up: " + counts);
        }
        String metrics = LISTENER.get("/metrics").body();
        if (metrics.lines().anyMatch(line -> line.contains("reason=\"internal\"") && !line.endsWith(" 0.0"))) {
            throw new AssertionError("a frame ended in a defect");
        }
    }
}
