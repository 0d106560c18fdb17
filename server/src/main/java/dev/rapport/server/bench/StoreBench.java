package dev.rapport.server.bench;

import dev.rapport.journal.JournalEntry;
import dev.rapport.models.OnnxModel;
import dev.rapport.server.store.CopiedRows;
import dev.rapport.server.store.Store;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command {@code bench store}: frames counted into the roll-ups beside raw rows by COPY. */
public final class StoreBench {
    private static final int BATCH = 1_000;
    private static final int VISITS = 100;
    private static final int FRAMES = 250;
    private static final int ROUNDS = 3;
    private static final String HELP = """
            Usage: ./rapport bench store
            Counts 25,000 frames of 100 visits a round into the roll-ups of a database of its own, 1,000 in a transaction as the store writer
            does: exactly once by session and sequence, with distinct visits, by minute, hour and day. The floor copies one raw row a
            frame (site, session, sequence, time, page, element, score) into a plain table with that primary key by PostgreSQL's
            COPY, as many in a transaction, over the same connections. Rounds alternate.
            """;

    private StoreBench() {}

    /** Runs the command. Exit codes: 0 done, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        if (!args.isEmpty()) {
            err.println("rapport: bench store takes no flags");
            return 2;
        }
        try (Folder folder = Folder.temporary();
                OnnxModel model = OnnxModel.bundled();
                Store store = Store.open(Optional.empty(), folder.path(), Clock.systemUTC())) {
            CopiedRows floor = CopiedRows.into(store);
            double[] floors = new double[ROUNDS];
            double[] ours = new double[ROUNDS];
            for (int round = -1; round < ROUNDS; round++) { // the first warms up
                List<JournalEntry> entries =
                        LivedVisits.entries(model, "bench-round-" + (round + 1) + "-visit-", VISITS, FRAMES);
                double copied = rate(entries, floor::copy);
                double counted = rate(entries, store.outcomes()::apply);
                if (round >= 0) {
                    floors[round] = copied;
                    ours[round] = counted;
                }
            }
            print(out, "floor    %,9.0f raw rows/s by COPY", Median.of(floors));
            print(out, "store    %,9.0f frames/s counted into the roll-ups", Median.of(ours));
            print(out, "ratio    %9.2f", Median.of(ours) / Median.of(floors));
            print(
                    out,
                    "%,d frames are %,d rows of roll-ups (%,d bytes) instead of %,d raw rows (%,d bytes)",
                    floor.rows(),
                    floor.rollupRows(),
                    floor.rollupBytes(),
                    floor.rows(),
                    floor.bytes());
        }
        return 0;
    }

    private static double rate(List<JournalEntry> entries, java.util.function.Consumer<List<JournalEntry>> take) {
        long from = System.nanoTime();
        for (int at = 0; at < entries.size(); at += BATCH) {
            take.accept(entries.subList(at, at + BATCH));
        }
        return entries.size() / ((System.nanoTime() - from) / 1e9);
    }

    private static void print(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
