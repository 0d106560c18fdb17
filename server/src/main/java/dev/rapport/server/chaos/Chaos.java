package dev.rapport.server.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code ./rapport chaos}: tries every fault and prints what came of it. */
public final class Chaos {
    private static final String HEAD = """
            | fault | times | acknowledged | lost | counted twice | heap, MB | open files | | also measured |
            |---|---:|---:|---:|---:|---|---|---|---|
            """;

    private Chaos() {}

    /** Runs the command. Exit codes: 0 all survived, 1 one was not, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(Plan.HELP);
            return 0;
        }
        Plan plan;
        try {
            plan = Plan.parse(args);
        } catch (IllegalArgumentException e) {
            err.println("rapport: " + e.getMessage());
            return 2;
        }
        List<Fault> faults = faults().stream()
                .filter(fault -> fault.name().contains(plan.only()))
                .toList();
        if (faults.isEmpty()) {
            err.println("rapport: no fault has '" + plan.only() + "' in its name; there are "
                    + String.join(", ", faults().stream().map(Fault::name).toList()));
            return 2;
        }
        long from = System.nanoTime();
        List<Verdict> verdicts = tried(plan, faults, err);
        out.print(HEAD);
        verdicts.forEach(verdict -> out.println(verdict.row()));
        out.println(String.format(
                Locale.ROOT,
                "%n%d faults in %.0f minutes, seed %d: %d survived, %d not, %d skipped.",
                verdicts.size(),
                (System.nanoTime() - from) / 60e9,
                plan.seed(),
                verdicts.stream()
                        .filter(v -> v instanceof Verdict.Tried && v.survived())
                        .count(),
                verdicts.stream().filter(v -> !v.survived()).count(),
                verdicts.stream().filter(Verdict.Skipped.class::isInstance).count()));
        return verdicts.stream().allMatch(Verdict::survived) ? 0 : 1;
    }

    /** All faults, in the order of the table. */
    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(List.of(
                new Kill("kill -9 of the server", true, false),
                new Kill("kill -9 of PostgreSQL", false, true),
                new Kill("kill -9 of both", true, true),
                new Terminate(),
                new DatabaseAway(),
                new DiskFull(),
                new FsyncError(),
                new ClockJump(),
                new HalfCut()));
        Stream.of(Mischief.values())
                .filter(m -> m != Mischief.NONE)
                .map(BadLine::new)
                .forEach(faults::add);
        faults.add(new FloodBeside());
        return faults;
    }

    /** Tries them one after another; a trial that ends in a failure was not survived. Data and logs are kept only then. */
    static List<Verdict> tried(Plan plan, List<Fault> faults, PrintStream err) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Fault fault : faults) {
            err.println("rapport: " + fault.name() + " …");
            Verdict verdict;
            try {
                verdict = fault.tried(plan);
            } catch (RuntimeException e) {
                verdict = new Verdict.Tried(
                        fault.name(),
                        0,
                        new Ledger.Held(0, 0, 0),
                        new Footing(0, 0, 0, 0),
                        List.of(String.valueOf(e.getMessage())),
                        List.of());
            }
            err.println(verdict.row());
            verdicts.add(verdict);
        }
        if (verdicts.stream().allMatch(Verdict::survived)) {
            delete(plan.folder());
        } else {
            err.println("rapport: data and logs of the programs are kept in " + plan.folder());
        }
        return verdicts;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder " + folder + " is left over", e);
        }
    }
}
