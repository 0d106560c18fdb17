package dev.rapport.experiment.simulation;

import dev.rapport.experiment.simulation.Peeking.Mode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything the statistics promise, checked one after the other: at most 5 % false alarms under peeking, intervals that
 * hold at all looks, a real lift found in at least half of the runs where a fixed test finds it in 95 %, fixed intervals
 * that cover 94 to 96.5 %, and a negative control that must fail.
 *
 * @param runs experiments for each promise
 * @param looks at each experiment
 * @param seed of the first promise; each next one takes the next
 */
public record Promises(int runs, int looks, long seed) {
    private static final double FALSE_ALARMS = 0.05;
    private static final double Z_TWO_SIDED = 1.959964;
    private static final double Z_95 = 1.644854;
    private static final double COVERAGE = 0.945;
    private static final int COVERAGE_RUNS = 10;
    private static final int COVERAGE_UNITS = 2000;
    private static final int LEAST_COVERAGE_RUNS = 10_000;

    /** Hands each promise over as soon as it was checked. */
    public void check(Consumer<Promise> each) {
        long next = seed;
        for (Population population : Population.values()) {
            Peeking.Result aa =
                    new Peeking(population, 0, looks, step(population), Mode.RECOMMENDED).play(runs, next++);
            each.accept(
                    new Promise("false alarms, A/A, " + population.label(), aa.claimed(), aa.runs(), 0, FALSE_ALARMS));
            each.accept(new Promise(
                    "interval holds at all looks, A/A, " + population.label(), aa.covered(), aa.runs(), COVERAGE, 1));
        }
        detection(Population.BERNOULLI_1, 0.01, 0.3, next++, each);
        detection(Population.BERNOULLI_10, 0.1, 0.1, next++, each);
        for (double lift : List.of(0.0, 0.1, -0.1)) {
            coverage(Population.BERNOULLI_10, lift, next++, each);
        }
        coverage(Population.EXPONENTIAL, 0.1, next++, each);
        coverage(Population.RATIO, 0.1, next++, each);
        coverage(Population.CUPED, 0.1, next++, each);
        Peeking.Result control = new Peeking(
                        Population.BERNOULLI_10, 0, looks, step(Population.BERNOULLI_10), Mode.FIXED)
                .play(runs, next);
        each.accept(new Promise(
                "negative control: false alarms of a fixed test under peeking",
                control.claimed(),
                control.runs(),
                0.2,
                1));
    }

    private static int step(Population population) {
        return switch (population) {
            case BERNOULLI_10, BERNOULLI_1, RATIO, CUPED -> 100;
            case EXPONENTIAL, LOG_NORMAL -> 200;
        };
    }

    /** At the size where a fixed test detects the lift in 95 % of runs: (z + z_power)²·(v_a + v_b)/Δ². */
    private void detection(Population population, double rate, double lift, long from, Consumer<Promise> each) {
        double lifted = rate * (1 + lift);
        double reach = (Z_TWO_SIDED + Z_95) / (rate * lift);
        double units = reach * reach * (rate * (1 - rate) + lifted * (1 - lifted));
        int step = (int) Math.ceil(units / looks);
        String what = String.format(
                java.util.Locale.ROOT,
                "%+.0f %% on %s, %,d units an arm",
                lift * 100,
                population.label(),
                step * looks);
        Peeking.Result result = new Peeking(population, lift, looks, step, Mode.RECOMMENDED).play(runs, from);
        each.accept(new Promise("detection under peeking, " + what, result.claimed(), result.runs(), 0.5, 1));
        each.accept(new Promise("interval holds at all looks, " + what, result.covered(), result.runs(), COVERAGE, 1));
        Peeking.Result fixed = new Peeking(population, lift, 1, step * looks, Mode.FIXED).play(runs, from + 1000);
        each.accept(
                new Promise("detection by a fixed test at the end, " + what, fixed.claimed(), fixed.runs(), 0.9, 1));
    }

    private void coverage(Population population, double lift, long from, Consumer<Promise> each) {
        Peeking.Result result = new Peeking(population, lift, 1, COVERAGE_UNITS, Mode.FIXED)
                .play(Math.max(LEAST_COVERAGE_RUNS, COVERAGE_RUNS * runs), from);
        String what = String.format(java.util.Locale.ROOT, "%s, lift %+.0f %%", population.label(), lift * 100);
        each.accept(new Promise(
                "coverage of the fixed 95 % interval, one look, " + what,
                result.coveredLast(),
                result.runs(),
                0.94,
                0.965));
    }
}
