package dev.rapport.experiment.command;

import dev.rapport.experiment.simulation.Promise;
import dev.rapport.experiment.simulation.Promises;
import dev.rapport.experiment.statistics.Interval;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code abtest simulate}: prints each promise with its share, 99 % Wilson interval and bounds. */
final class Simulate {
    private Simulate() {}

    static int run(List<String> args, PrintStream out) {
        Flags flags = Flags.parse(args, Set.of("--runs", "--looks", "--seed"));
        int runs = (int) flags.whole("--runs", 2000, 100, 1_000_000);
        int looks = (int) flags.whole("--looks", 50, 2, 10_000);
        long seed = flags.whole("--seed", 1, 0, Long.MAX_VALUE - 10_000);
        out.printf(
                Locale.ROOT, "%d runs, %d looks, seed %d; share [99 %% Wilson interval] (bounds)%n", runs, looks, seed);
        List<Promise> broken = new ArrayList<>();
        int[] all = {0};
        new Promises(runs, looks, seed).check(promise -> {
            all[0]++;
            if (!promise.kept()) {
                broken.add(promise);
            }
            out.println(line(promise));
            out.flush();
        });
        out.println((all[0] - broken.size()) + " promises kept, " + broken.size() + " broken");
        return broken.isEmpty() ? 0 : 1;
    }

    private static String line(Promise promise) {
        Interval interval = promise.interval();
        return String.format(
                Locale.ROOT,
                "%-6s %6.2f %% [%6.2f %%, %6.2f %%] (%.1f to %.1f %%)  %s",
                promise.kept() ? "kept" : "BROKEN",
                100 * promise.share(),
                100 * interval.lower(),
                100 * interval.upper(),
                100 * promise.least(),
                100 * promise.most(),
                promise.label());
    }
}
