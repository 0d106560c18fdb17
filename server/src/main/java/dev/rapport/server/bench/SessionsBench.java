package dev.rapport.server.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** The command {@code bench sessions}: many open visits that each send a frame now and then, for minutes. */
public final class SessionsBench {
    private static final int SECONDS_A_FRAME = 5;
    private static final int OTHER_FILES = 500;
    private static final double WARM_UP_SECONDS = 15;
    private static final String HELP = """
            Usage: ./rapport bench sessions [--sessions N] [--minutes N]
            Opens visits to the product, in one process with their pages, and lets each send a frame every 5 s. Prints each minute what
            the heap holds for one visit beyond the bare sockets of both ends, measured with the same number of echo lines before.

              --sessions N   open visits, 100 to 20000 (default 20000; fewer where the system's limit of open files is lower)
              --minutes N    how long, 1 to 60 (default 10)
            """;

    private SessionsBench() {}

    /** Runs the command. Exit codes: 0 done, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        int sessions = 20_000;
        int minutes = 10;
        for (int i = 0; i < args.size(); i += 2) {
            String value = i + 1 < args.size() ? args.get(i + 1) : "";
            int number = value.matches("\\d{1,5}") ? Integer.parseInt(value) : -1;
            if (args.get(i).equals("--sessions") && number >= 100 && number <= 20_000) {
                sessions = number;
            } else if (args.get(i).equals("--minutes") && number >= 1 && number <= 60) {
                minutes = number;
            } else {
                err.println("rapport: bench sessions takes --sessions N, 100 to 20000, and --minutes N, 1 to 60");
                return 2;
            }
        }
        hold(Math.min(sessions, mostSessions()), sessions, minutes, out);
        return 0;
    }

    /** Each visit is two open files here: its page's end and ours. */
    private static int mostSessions() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(Integer.MAX_VALUE, (system.getMaxFileDescriptorCount() - OTHER_FILES) / 2)
                : Integer.MAX_VALUE;
    }

    private static void hold(int sessions, int asked, int minutes, PrintStream out) {
        if (sessions < asked) {
            print(out, "%,d sessions instead of %,d: this system allows no more open files", sessions, asked);
        }
        double rate = (double) sessions / SECONDS_A_FRAME;
        try (EchoTarget floor = new EchoTarget();
                ProductTarget product = new ProductTarget();
                Generator client = new Generator()) {
            client.pace(product, Math.min(sessions, 1_000), 1_000, WARM_UP_SECONDS);
            long empty = Heap.used();
            long bare;
            try (Generator.Held held = client.hold(floor, sessions, rate)) {
                Generator.rest(WARM_UP_SECONDS);
                bare = Heap.used() - empty;
            }
            empty = Heap.used();
            try (Generator.Held held = client.hold(product, sessions, rate)) {
                for (int minute = 1; minute <= minutes; minute++) {
                    long before = held.traffic().frames.sum();
                    Generator.rest(60);
                    double frames = (held.traffic().frames.sum() - before) / 60.0;
                    long ours = Heap.used() - empty - bare;
                    print(
                            out,
                            "minute %2d: %,d sessions open, %,.0f of %,.0f frames/s acknowledged, p99 %.1f ms, heap of one session %,d bytes",
                            minute,
                            product.open(),
                            frames,
                            rate,
                            held.traffic().toAnswer.millis(0.99),
                            ours / sessions);
                }
            }
            out.println("frames by how they ended: " + product.counts());
        }
    }

    private static void print(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
