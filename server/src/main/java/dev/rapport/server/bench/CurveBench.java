package dev.rapport.server.bench;

import dev.rapport.server.bench.CurvePlot.Point;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command {@code bench curve}: throughput and delay against load and against open sessions, as tables and SVG. */
public final class CurveBench {
    private static final int PAGES = 2_000;
    private static final double[] SHARES = {0.05, 0.1, 0.25, 0.5, 0.7, 0.85, 1, 1.15};
    private static final int[] SESSIONS = {250, 1_000, 2_500, 5_000, 9_500};
    private static final double RATE = 10_000;
    private static final double SECONDS = 5;
    private static final int WARM_UPS = 4;
    private static final String HELP = """
            Usage: ./rapport bench curve [--out DIR]
            Sends frames at shares of the load at which 2,000 waiting pages saturate the product (generator on the same machine), then 10,000
            frames/s over more and more open sessions. Prints what was acknowledged on disk and its p99, and writes load.svg and
            sessions.svg to DIR (docs/images). Takes about two minutes.
            """;

    private CurveBench() {}

    /** Runs the command. Exit codes: 0 done, 1 the pictures cannot be written, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        boolean sound = args.isEmpty() || args.size() == 2 && args.getFirst().equals("--out");
        if (!sound) {
            err.println("rapport: bench curve takes --out DIR");
            return 2;
        }
        Path folder = Path.of(args.isEmpty() ? "docs/images" : args.get(1));
        if (!Files.isDirectory(folder)) {
            err.println("rapport: there is no folder " + folder + " for the pictures; give another with --out");
            return 1;
        }
        try (ProductTarget product = new ProductTarget();
                Generator client = new Generator()) {
            for (int warmUp = 0; warmUp < WARM_UPS; warmUp++) {
                client.saturate(product, PAGES, 1, SECONDS);
            }
            double most = client.saturate(product, PAGES, 1, SECONDS);
            out.println(String.format(Locale.ROOT, "saturated: %,.0f frames/s", most));
            List<Step> loads = new ArrayList<>();
            for (double share : SHARES) {
                loads.add(step(product, client, PAGES, share * most, share * most, out));
            }
            List<Step> sessions = new ArrayList<>();
            for (int lines : SESSIONS) {
                sessions.add(step(product, client, lines, RATE, lines, out));
            }
            Files.writeString(folder.resolve("load.svg"), plot("load", "frames/s sent", loads));
            Files.writeString(folder.resolve("sessions.svg"), plot("open sessions", "open sessions", sessions));
        } catch (IOException e) {
            err.println("rapport: the pictures cannot be written to " + folder + ": " + e.getMessage());
            return 1;
        }
        return 0;
    }

    private record Step(double x, double rate, double p99) {}

    private static Step step(
            ProductTarget product, Generator client, int lines, double rate, double x, PrintStream out) {
        try (Generator.Held held = client.hold(product, lines, rate)) {
            Generator.rest(SECONDS / 2);
            long before = held.traffic().frames.sum();
            long from = System.nanoTime();
            Generator.rest(SECONDS);
            double through = (held.traffic().frames.sum() - before) / ((System.nanoTime() - from) / 1e9);
            double p99 = held.traffic().toAnswer.millis(0.99);
            out.println(String.format(
                    Locale.ROOT,
                    "%,6d sessions, %,8.0f frames/s sent: %,8.0f acknowledged on disk, p50 %6.1f ms, p99 %6.1f ms",
                    lines,
                    rate,
                    through,
                    held.traffic().toAnswer.millis(0.5),
                    p99));
            return new Step(x, through, p99);
        }
    }

    private static String plot(String title, String across, List<Step> steps) {
        return new CurvePlot("Throughput and p99 against " + title)
                .chart(
                        across,
                        "frames/s acknowledged",
                        "#3867c8",
                        steps.stream().map(s -> new Point(s.x(), s.rate())).toList())
                .chart(
                        across,
                        "p99 to the acknowledgement, ms",
                        "#c2571a",
                        steps.stream().map(s -> new Point(s.x(), s.p99())).toList())
                .svg();
    }
}
