package dev.rapport.experiment.command;

import dev.rapport.experiment.AssignmentCases;
import dev.rapport.experiment.command.Flags.UsageException;
import dev.rapport.experiment.verification.VectorCases;
import dev.rapport.json.InvalidJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code abtest verify}: passed and failed for each group, what failed, and the totals last. */
final class Verify {
    private Verify() {}

    static int run(List<String> args, PrintStream out) {
        Flags flags = Flags.parse(args, Set.of("--vectors", "--assignments"));
        String vectors = flags.find("--vectors");
        String assignments = flags.find("--assignments");
        if ((vectors == null) == (assignments == null)) {
            throw new UsageException("verify takes either --vectors FILE or --assignments FILE");
        }
        return vectors != null ? vectors(vectors, out) : assignments(assignments == null ? "" : assignments, out);
    }

    private static int vectors(String file, PrintStream out) {
        VectorCases.Report report;
        try {
            report = VectorCases.run(Files.readString(Path.of(file)));
        } catch (InvalidJsonException | IOException | InvalidPathException e) {
            throw unreadable(file, e);
        }
        report.groups().forEach((group, count) -> group(out, group, count[0], count[1]));
        report.failures().forEach(out::println);
        return total(out, report.passed(), report.failed());
    }

    private static int assignments(String file, PrintStream out) {
        List<AssignmentCases.Group> groups;
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            groups = AssignmentCases.run(in);
        } catch (IllegalArgumentException | IOException e) {
            throw unreadable(file, e);
        }
        long passed = 0;
        long failed = 0;
        for (AssignmentCases.Group group : groups) {
            group(out, group.name(), group.passed(), group.failures().size());
            if (group.skipped() > 0) {
                out.println(
                        "  (" + group.skipped() + " about targeting by attributes, which assignment has no part in)");
            }
            passed += group.passed();
            failed += group.failures().size();
        }
        groups.forEach(group -> group.failures().forEach(out::println));
        return total(out, passed, failed);
    }

    private static void group(PrintStream out, String name, long passed, long failed) {
        out.printf(Locale.ROOT, "%-24s %4d passed, %d failed%n", name, passed, failed);
    }

    private static int total(PrintStream out, long passed, long failed) {
        out.println(passed + " passed, " + failed + " failed");
        return failed == 0 ? 0 : 1;
    }

    private static UsageException unreadable(String file, Exception e) {
        String why = e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
        return new UsageException("cannot read cases from " + file + ": "
                + why.lines().findFirst().orElse(""));
    }
}
