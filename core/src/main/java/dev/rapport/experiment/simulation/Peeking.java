package dev.rapport.experiment.simulation;

import dev.rapport.experiment.statistics.Difference;
import dev.rapport.experiment.statistics.Estimate;
import dev.rapport.experiment.statistics.Interval;
import dev.rapport.experiment.statistics.Recommended;
import dev.rapport.experiment.statistics.Scale;
import dev.rapport.experiment.statistics.SequentialTest;
import dev.rapport.experiment.statistics.Statistic;
import dev.rapport.experiment.statistics.Tail;
import dev.rapport.experiment.statistics.TestResult;
import dev.rapport.experiment.statistics.WelchTest;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Many experiments that are looked at again and again.
 *
 * @param population what units do
 * @param lift true relative difference, 0 for A/A
 * @param looks at each experiment
 * @param step units that each arm gains between looks
 * @param mode how each look decides
 */
public record Peeking(Population population, double lift, int looks, int step, Mode mode) {
    private static final double ALPHA = 0.05;

    /** How a look decides. */
    public enum Mode {
        /** As the product does: always valid, absolute, guarded. */
        RECOMMENDED,
        /** As a test for one look only; wrong under peeking, kept as the negative control. */
        FIXED
    }

    /**
     * What came of the runs.
     *
     * @param runs experiments
     * @param claimed runs in which some look claimed a difference
     * @param claimedLast runs whose last look claimed one
     * @param covered runs in which the interval held the truth at every look that had one
     * @param coveredLast runs whose last look's interval held the truth
     */
    public record Result(long runs, long claimed, long claimedLast, long covered, long coveredLast) {}

    /** Plays the experiments; an equal seed gives equal results. */
    public Result play(int runs, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double truth = population.difference(lift);
        long claimed = 0;
        long claimedLast = 0;
        long covered = 0;
        long coveredLast = 0;
        for (int run = 0; run < runs; run++) {
            Arm control = population.arm(random, 0);
            Arm treatment = population.arm(random, lift);
            boolean everClaimed = false;
            boolean everMissed = false;
            boolean lastClaimed = false;
            boolean lastCovered = false;
            for (int look = 0; look < looks; look++) {
                control.add(step);
                treatment.add(step);
                Optional<TestResult> result = test(control.statistic(), treatment.statistic());
                lastClaimed = result.isPresent() && result.get().pValue() <= ALPHA;
                Optional<Interval> interval = result.map(TestResult::interval);
                lastCovered = interval.isPresent() && interval.get().contains(truth);
                everClaimed |= lastClaimed;
                everMissed |= interval.isPresent() && !lastCovered;
            }
            claimed += everClaimed ? 1 : 0;
            claimedLast += lastClaimed ? 1 : 0;
            covered += everMissed ? 0 : 1;
            coveredLast += lastCovered ? 1 : 0;
        }
        return new Result(runs, claimed, claimedLast, covered, coveredLast);
    }

    private Optional<TestResult> test(Statistic control, Statistic treatment) {
        return switch (mode) {
            case RECOMMENDED ->
                switch (Recommended.ask(control, treatment, ALPHA, SequentialTest.TUNING)) {
                    case Recommended.Tested tested -> Optional.of(tested.result());
                    case Recommended.TooEarly early -> Optional.empty();
                };
            case FIXED ->
                switch (Difference.of(control, treatment, Scale.ABSOLUTE)) {
                    case Estimate.Effect effect -> Optional.of(WelchTest.test(effect, ALPHA, 0, Tail.TWO_SIDED));
                    case Estimate.NotEstimable none -> Optional.empty();
                };
        };
    }
}
