package dev.rapport.server.bench;

import dev.rapport.journal.JournalEntry;
import dev.rapport.journal.JournalEntryCodec;
import dev.rapport.models.OnnxModel;
import dev.rapport.server.journal.FileJournal;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/** The command {@code bench journal}: durable frames a second beside plain writes that are forced to disk. */
public final class JournalBench {
    private static final int[] AHEAD = {64, 1_024, 8_192};
    private static final int TURN = 16;
    private static final int VISITS = 128;
    private static final int FRAMES = 128;
    private static final int ROUNDS = 3;
    private static final long BUDGET = 64L << 30;
    private static final String HELP = """
            Usage: ./rapport bench journal [--seconds N]
            Appends frames to the journal, 16 in a piece as a busy event loop does, with so many under way at most, and counts those that are
            on disk. The floor writes the same bytes to a file from one thread, as many frames in one write as are under way, and forces
            each write to disk (fdatasync). Rounds alternate.

              --seconds N   how long all rounds take together, 6 to 600 (default 36)
            """;

    private JournalBench() {}

    /** Runs the command. Exit codes: 0 done, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        int seconds = Seconds.of(args, 36, 6, 600);
        if (seconds < 0) {
            err.println("rapport: bench journal takes --seconds N, a whole number from 6 to 600");
            return 2;
        }
        double each = seconds / (double) (AHEAD.length * (ROUNDS + 1) * 2);
        List<JournalEntry> entries;
        try (OnnxModel model = OnnxModel.bundled()) {
            entries = LivedVisits.entries(model, "bench-visit-", VISITS, FRAMES);
        }
        for (int ahead : AHEAD) {
            measure(entries, ahead, each, out);
        }
        return 0;
    }

    private static void measure(List<JournalEntry> entries, int ahead, double seconds, PrintStream out) {
        byte[] bytes = bytes(entries.subList(0, ahead));
        double[] floors = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        floor(bytes, ahead, seconds);
        product(entries, ahead, seconds);
        for (int round = 0; round < ROUNDS; round++) {
            floors[round] = floor(bytes, ahead, seconds);
            ours[round] = product(entries, ahead, seconds);
        }
        out.println(String.format(
                Locale.ROOT,
                "%,6d under way   floor %,10.0f frames/s in writes of %,d bytes   journal %,10.0f frames/s   ratio %.2f",
                ahead,
                Median.of(floors),
                bytes.length,
                Median.of(ours),
                Median.of(ours) / Median.of(floors)));
    }

    private static byte[] bytes(List<JournalEntry> entries) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        entries.forEach(entry -> all.writeBytes(JournalEntryCodec.encode(entry)));
        return all.toByteArray();
    }

    private static double floor(byte[] bytes, int frames, double seconds) {
        try (Folder folder = Folder.temporary();
                FileChannel file = FileChannel.open(
                        folder.path().resolve("floor"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long from = System.nanoTime();
            long end = from + (long) (seconds * 1e9);
            long done = 0;
            long now = from;
            while (now < end) {
                ByteBuffer chunk = ByteBuffer.wrap(bytes);
                while (chunk.hasRemaining()) {
                    file.write(chunk);
                }
                file.force(false);
                done += frames;
                now = System.nanoTime();
            }
            return done / ((now - from) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException("the floor's file failed: " + e.getMessage(), e);
        }
    }

    private static double product(List<JournalEntry> entries, int ahead, double seconds) {
        try (Folder folder = Folder.temporary()) {
            Path place = folder.path().resolve("journal");
            try (FileJournal journal = new FileJournal(place, BUDGET)) {
                Semaphore room = new Semaphore(ahead / TURN);
                long from = System.nanoTime();
                long end = from + (long) (seconds * 1e9);
                long sent = 0;
                for (int at = 0; System.nanoTime() < end; at = (at + TURN) % entries.size()) {
                    room.acquireUninterruptibly();
                    journal.append(entries.subList(at, at + TURN)).whenComplete((done, failure) -> room.release());
                    sent += TURN;
                }
                room.acquireUninterruptibly(ahead / TURN);
                return sent / ((System.nanoTime() - from) / 1e9);
            }
        }
    }
}
