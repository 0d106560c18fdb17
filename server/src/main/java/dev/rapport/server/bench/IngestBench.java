package dev.rapport.server.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command {@code bench ingest}. */
public final class IngestBench {
    private static final int PAGES = 2_000;
    private static final List<Load> LOADS = List.of(
            new Load("200 lines that each send 64 frames ahead, many in one packet", 200, 64),
            new Load("2,000 lines that each wait for an answer, as pages do: one frame a packet", PAGES, 1));
    private static final int ROUNDS = 3;
    private static final int HELD = 2_000;
    private static final int HELD_FRAMES = 60;
    private static final int MINUTE = 60;
    private static final String HELP = """
            Usage: ./rapport bench ingest [--seconds N]
            In one process and one run, with one client and the same bytes: a bare Vert.x socket echo (the floor), and the product
            (decode, privacy gate, window, model, rules, pacing, journal forced to disk, acknowledgement; not the roll-ups in the
            database, which run behind the journal). Rounds of both alternate. Limits of a session stand as by default: a visit
            has 250 frames, then its line connects anew.

              --seconds N   how long all rounds take together, 8 to 3600 (default 40)
            """;

    private IngestBench() {}

    /** Runs the command. Exit codes: 0 done, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        int seconds = Seconds.of(args, 40, 8, 3_600);
        if (seconds < 0) {
            err.println("rapport: bench ingest takes --seconds N, a whole number from 8 to 3600");
            return 2;
        }
        try (EchoTarget floor = new EchoTarget();
                ProductTarget product = new ProductTarget();
                Generator client = new Generator()) {
            double half = 0;
            for (Load load : LOADS) {
                half = saturation(load, floor, product, client, seconds / 18.0, out) / 2;
            }
            latency(floor, product, client, half, seconds / 5.0, out);
            heap(floor, product, client, out);
            Map<String, Long> counts = product.counts();
            out.println("frames by how they ended: " + counts);
        }
        return 0;
    }

    /**
     * How pages send.
     *
     * @param name for people
     * @param lines open at once
     * @param window frames of one page under way at most
     */
    private record Load(String name, int lines, int window) {}

    private static double saturation(
            Load load, Target floor, Target product, Generator client, double seconds, PrintStream out) {
        for (int warmUp = 0; warmUp < 2; warmUp++) {
            client.saturate(product, load.lines(), load.window(), seconds);
            client.saturate(floor, load.lines(), load.window(), seconds);
        }
        List<Double> floors = new ArrayList<>();
        List<Double> products = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            floors.add(client.saturate(floor, load.lines(), load.window(), seconds));
            products.add(client.saturate(product, load.lines(), load.window(), seconds));
        }
        double floorRate = mean(floors);
        double productRate = mean(products);
        print(out, "%s", load.name());
        print(out, "floor    %,9.0f frames/s   rounds %s", floorRate, rounded(floors));
        print(out, "product  %,9.0f frames/s   rounds %s", productRate, rounded(products));
        print(out, "ratio    %9.2f", productRate / floorRate);
        return productRate;
    }

    /** Times count from when a frame was due, whoever was late, the client too: the floor's own delays tell how much of that is the machine's. */
    private static void latency(
            Target floor, Target product, Generator client, double rate, double seconds, PrintStream out) {
        client.pace(product, PAGES, rate, seconds / 2);
        Traffic bare = client.pace(floor, PAGES, rate, seconds / 2);
        Traffic traffic = client.pace(product, PAGES, rate, seconds);
        print(
                out,
                "at %,.0f frames/s: frame to hint p50 %.2f ms, p99 %.2f ms (%d hints); frame to acknowledgement on disk p50 %.2f ms, p99 %.2f ms",
                rate,
                traffic.toHint.millis(0.5),
                traffic.toHint.millis(0.99),
                traffic.toHint.count(),
                traffic.toAnswer.millis(0.5),
                traffic.toAnswer.millis(0.99));
        print(
                out,
                "floor at the same load: frame to echo p50 %.2f ms, p99 %.2f ms",
                bare.toAnswer.millis(0.5),
                bare.toAnswer.millis(0.99));
        double frames = Math.max(1, traffic.frames.sum());
        print(
                out,
                "on the wire, per session-minute of 60 frames: %,.0f bytes up, %,.0f bytes down (socket framing not counted)",
                MINUTE * traffic.up.sum() / frames,
                MINUTE * traffic.down.sum() / frames);
    }

    private static void heap(Target floor, Target product, Generator client, PrintStream out) {
        long bare;
        try (Generator.Held held = client.hold(floor, HELD, HELD_FRAMES)) {
            bare = Heap.used();
        }
        long without = Heap.used();
        long sessions;
        try (Generator.Held held = client.hold(product, HELD, HELD_FRAMES)) {
            sessions = Heap.used();
        }
        print(
                out,
                "heap of one open session: %,d bytes, of which %,d are the bare sockets of both ends (%,d sessions after %d frames each)",
                (sessions - without) / HELD,
                (bare - without) / HELD,
                HELD,
                HELD_FRAMES);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static String rounded(List<Double> values) {
        return values.stream()
                .map(v -> String.format(Locale.ROOT, "%,.0f", v))
                .toList()
                .toString();
    }

    private static void print(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
