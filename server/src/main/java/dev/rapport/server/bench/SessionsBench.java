package dev.rapport.server.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** The command {@code bench sessions}: many open visits that each send a frame now and then, for minutes. */
public final class SessionsBench {
    private static final int SECONDS_A_FRAME = 5;
    private static final int OTHER_FILES = 100;
    private static final int WARM_UP_LINES = 500;
    private static final double WARM_UP_SECONDS = 15;
    private static final String HELP = """
            Usage: ./rapport bench sessions [--sessions N] [--minutes N]
            Opens visits to the product and lets each send a frame every 5 s. The server is a process of its own; the pages are two, at
            127.0.0.3 and 127.0.0.4. Prints each minute what the server's heap holds for one visit after collections, all in all and
            beyond a bare Vert.x socket (as many echo lines to the same process before), and in the end how it grew, what a frame
            costs in processor time of the server, and its bytes in the journal.

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
        int most = mostSessions();
        if (most < sessions) {
            print(out, "%,d sessions instead of %,d: this system allows a process no more open files", most, sessions);
        }
        try (HeldServer server = new HeldServer();
                HeldPages some = new HeldPages();
                HeldPages others = new HeldPages()) {
            new Trial(server, List.of(some, others), Math.min(sessions, most) / 4 * 4, out).run(minutes);
        }
        return 0;
    }

    private static int mostSessions() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(Integer.MAX_VALUE, system.getMaxFileDescriptorCount() - OTHER_FILES)
                : Integer.MAX_VALUE;
    }

    private record Trial(HeldServer server, List<HeldPages> pages, int sessions, PrintStream out) {
        private void hold(int port, int lines, double rate) {
            pages.forEach(own -> own.hold(port, lines / pages.size(), rate / pages.size()));
        }

        private void drop() {
            pages.forEach(HeldPages::drop);
            Generator.rest(2);
        }

        private long frames() {
            return pages.stream().mapToLong(HeldPages::frames).sum();
        }

        private void run(int minutes) {
            double rate = (double) sessions / SECONDS_A_FRAME;
            for (boolean product : new boolean[] {false, true}) {
                hold(server.port(product), WARM_UP_LINES, WARM_UP_LINES);
                Generator.rest(WARM_UP_SECONDS);
                drop();
            }
            long empty = server.heap();
            hold(server.port(false), sessions, rate);
            Generator.rest(WARM_UP_SECONDS);
            double bare = (double) (server.heap() - empty) / sessions;
            drop();
            print(out, "floor: %,d bare Vert.x sockets, heap of one %,.0f bytes", sessions, bare);
            empty = server.heap();
            long journal = server.journal();
            long cpu = server.cpuNanos();
            hold(server.port(true), sessions, rate);
            double[] heap = new double[minutes];
            long all = frames();
            long from = System.nanoTime();
            for (int minute = 0; minute < minutes; minute++) {
                Generator.rest(60);
                long now = frames();
                double seconds = (System.nanoTime() - from) / 1e9;
                from = System.nanoTime();
                heap[minute] = (double) (server.heap() - empty) / sessions;
                print(
                        out,
                        "minute %2d: %,d sessions open, %,.0f of %,.0f frames/s acknowledged on disk, p99 %.1f ms, heap of one session %,.0f bytes, %,.0f beyond the bare socket",
                        minute + 1,
                        server.open(),
                        (now - all) / seconds,
                        rate,
                        pages.stream().mapToDouble(HeldPages::p99).max().orElse(Double.NaN),
                        heap[minute],
                        heap[minute] - bare);
                all = now;
            }
            print(
                    out,
                    "growth: %+,.1f bytes a session and minute; a frame costs %.0f µs of processor time with its connection's opening, and %.0f bytes in the journal",
                    slope(heap),
                    (server.cpuNanos() - cpu) / 1e3 / all,
                    (double) (server.journal() - journal) / all);
            out.println("frames by how they ended: " + server.counts());
            drop();
        }
    }

    /** Of the least squares line through values one minute apart. */
    private static double slope(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double across = 0;
        double both = 0;
        for (int i = 0; i < values.length; i++) {
            across += (i - middle) * (i - middle);
            both += (i - middle) * values[i];
        }
        return across == 0 ? Double.NaN : both / across;
    }

    private static void print(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
