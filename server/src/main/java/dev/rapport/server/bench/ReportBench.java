package dev.rapport.server.bench;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.Reports;
import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.report.Cells;
import dev.rapport.experiment.report.Details;
import dev.rapport.experiment.report.ExperimentReport;
import dev.rapport.experiment.report.ExposureHistory;
import dev.rapport.server.store.FilledRollups;
import dev.rapport.server.store.Store;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The command {@code bench report}: what a report of ten million exposures costs the database. */
public final class ReportBench {
    private static final int DAYS = 20;
    private static final int ROUNDS = 5;
    private static final String SITE = "bench";
    private static final String HELP = """
            Usage: ./rapport bench report [--minute-days N]
            Fills the roll-ups of a database of its own as 10 million exposures over 20 days leave them (2 arms, 3 devices,
            6 languages, new and returning visitors, every built-in metric), then makes the whole report several times. Database
            time is that of all questions to the store, there and back. The floor is as many questions without any work.

              --minute-days N   days that still have a row a minute, 1 to 8 (default 2; a server keeps 8)
            """;

    private ReportBench() {}

    /** Runs the command. Exit codes: 0 done, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        boolean sound = args.size() == 2
                && args.get(0).equals("--minute-days")
                && args.get(1).matches("[1-8]");
        if (!args.isEmpty() && !sound) {
            err.println("rapport: bench report takes --minute-days N, a whole number from 1 to 8");
            return 2;
        }
        try (Folder data = Folder.temporary();
                Store store = Store.open(Optional.empty(), data.path(), Clock.systemUTC())) {
            measure(store, sound ? Integer.parseInt(args.get(1)) : 2, out);
        }
        return 0;
    }

    private static void measure(Store store, int minuteDays, PrintStream out) {
        Instant now = Instant.now();
        Instant started = now.truncatedTo(ChronoUnit.DAYS).minus(DAYS, ChronoUnit.DAYS);
        Experiment experiment = new Experiment(
                "bench",
                "Bench",
                "",
                "help",
                "",
                1,
                List.of(new Variation("control", "No hint", 0.5, null), new Variation("b", "Hint", 0.5, "help")),
                "order",
                Status.RUNNING,
                started);
        long begun = System.nanoTime();
        FilledRollups filled = FilledRollups.fill(store, SITE, experiment, now, DAYS, minuteDays);
        print(
                out,
                "%,d exposures in %,d rows of roll-ups, filled in %.0f s",
                filled.exposures(),
                filled.rows(),
                (System.nanoTime() - begun) / 1e9);
        render(store.reports(), experiment, now);
        double[] rounds = new double[ROUNDS];
        Timed last = new Timed(0, 0, 0, 0, "");
        for (int round = 0; round < ROUNDS; round++) {
            last = render(store.reports(), experiment, now);
            rounds[round] = last.database();
        }
        Arrays.sort(rounds);
        double median = Median.of(rounds);
        double floor = FilledRollups.floorMillis(store, last.questions() * ROUNDS) * last.questions();
        print(out, "floor    %8.1f ms of database time for %d questions without work", floor, last.questions());
        print(
                out,
                "report   %8.1f ms of database time, the median of %d rounds from %.1f to %.1f ms (in the last %.1f ms for metrics, segments and days, the"
                        + " rest for the steps over time), and %.1f ms to work it out",
                median,
                ROUNDS,
                rounds[0],
                rounds[ROUNDS - 1],
                last.cells(),
                last.working());
        print(out, "it says  %s", last.verdict());
        print(out, median < 1000 ? "kept: below one second of database time" : "BROKEN: more than one second");
    }

    private record Timed(double database, double cells, double working, int questions, String verdict) {}

    private static Timed render(Reports reports, Experiment experiment, Instant now) {
        long[] spent = new long[2];
        long whole = System.nanoTime();
        Map<ArmCell.Breakdown, List<ArmCell>> by = new EnumMap<>(ArmCell.Breakdown.class);
        for (ArmCell.Breakdown breakdown : ArmCell.Breakdown.values()) {
            long begun = System.nanoTime();
            by.put(breakdown, reports.cells(SITE, experiment, false, breakdown));
            spent[0] += System.nanoTime() - begun;
            spent[1] += 2;
        }
        double forCells = spent[0] / 1e6;
        Cells cells = new Cells(by);
        ExposureHistory history = ExposureHistory.of(experiment, now, asked -> timed(reports, asked, spent));
        ExperimentReport report = ExperimentReport.of(experiment, timed(reports, experiment, spent), cells.whole());
        Details details = Details.of(experiment, cells, now);
        double all = (System.nanoTime() - whole) / 1e6;
        double database = spent[0] / 1e6;
        return new Timed(
                database,
                forCells,
                all - database,
                (int) spent[1],
                report.verdict().sentence() + " (" + history.steps().size() + " steps, "
                        + details.metrics().size() + " metrics, "
                        + details.breakdowns().map(b -> b.segments().size()).orElse(0) + " segments)");
    }

    private static List<ArmTotals> timed(Reports reports, Experiment asked, long[] spent) {
        long begun = System.nanoTime();
        List<ArmTotals> arms = reports.arms(SITE, asked, false);
        spent[0] += System.nanoTime() - begun;
        spent[1] += 2;
        return arms;
    }

    private static void print(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
