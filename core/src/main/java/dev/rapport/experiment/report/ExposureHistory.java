package dev.rapport.experiment.report;

import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an experiment came to where it is: its arms as of each of a few equal steps. A unit counts from its exposure on, with
 * all that it did until now, so a step's numbers are those of the visitors exposed until then as known today.
 *
 * @param steps oldest first; empty before the start
 */
public record ExposureHistory(List<Step> steps) {
    /** At most so many steps: each costs one question to the store. */
    public static final int MOST_STEPS = 14;

    private static final List<Duration> LENGTHS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(28));

    public ExposureHistory {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param to its end
     * @param arms all units exposed until then, in the order of the settings
     * @param sampleRatio of those
     * @param goal each arm beside the control in the metric that the verdict is about; empty for the control and while it
     *     is too early
     */
    public record Step(
            Instant to, List<ArmTotals> arms, SampleRatioCheck sampleRatio, List<Optional<Comparison>> goal) {
        public Step {
            arms = List.copyOf(arms);
            goal = List.copyOf(goal);
        }
    }

    /**
     * Asks for the arms from a few starts on and works out what was there before each.
     *
     * @param arms the store's answer for an experiment: the units first exposed since its start
     */
    public static ExposureHistory of(Experiment experiment, Instant now, Function<Experiment, List<ArmTotals>> arms) {
        Instant started = experiment.startedAt();
        if (started == null || !started.isBefore(now)) {
            return new ExposureHistory(List.of());
        }
        List<Instant> ends = ends(started.truncatedTo(ChronoUnit.MINUTES), now);
        List<List<ArmTotals>> since =
                ends.stream().map(end -> arms.apply(experiment.startingAt(end))).toList();
        List<ArmTotals> all = arms.apply(experiment);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < ends.size(); i++) {
            List<ArmTotals> until = before(experiment, all, since.get(i));
            try {
                steps.add(new Step(
                        ends.get(i),
                        until,
                        SampleRatioCheck.of(experiment, until),
                        ExperimentReport.goal(experiment, until)));
            } catch (IllegalArgumentException impossible) {
                return new ExposureHistory(
                        List.of()); // The report's verdict says that the counts contradict themselves.
            }
        }
        return new ExposureHistory(steps);
    }

    /** When the split first looked wrong and stayed so until now; empty when it does not. */
    public Optional<Instant> alarmSince() {
        Instant since = null;
        for (Step step : steps) {
            if (!step.sampleRatio().alarm()) {
                since = null;
            } else if (since == null) {
                since = step.to();
            }
        }
        return Optional.ofNullable(since);
    }

    private static List<Instant> ends(Instant start, Instant now) {
        Duration age = Duration.between(start, now);
        Duration length = LENGTHS.stream()
                .filter(candidate -> age.dividedBy(candidate) < MOST_STEPS)
                .findFirst()
                .orElse(age.dividedBy(MOST_STEPS - 1).truncatedTo(ChronoUnit.MINUTES));
        List<Instant> ends = new ArrayList<>();
        for (Instant end = start.plus(length); end.isBefore(now); end = end.plus(length)) {
            ends.add(end);
        }
        ends.add(now.plus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES));
        return ends;
    }

    private static List<ArmTotals> before(Experiment experiment, List<ArmTotals> all, List<ArmTotals> since) {
        return experiment.variations().stream()
                .map(variation -> minus(arm(all, variation.key()), arm(since, variation.key())))
                .toList();
    }

    private static ArmTotals arm(List<ArmTotals> arms, String variation) {
        return arms.stream()
                .filter(arm -> arm.variation().equals(variation))
                .findFirst()
                .orElse(new ArmTotals(variation, 0, 0, 0, 0, 0));
    }

    /** Sums that rounding took below what their counts allow are set back to it. */
    private static ArmTotals minus(ArmTotals all, ArmTotals later) {
        long exposed = Math.max(0, all.exposed() - later.exposed());
        long units = Math.clamp(all.frictionUnits() - later.frictionUnits(), 0, exposed);
        double sum = units == 0 ? 0 : Math.max(0, all.frictionSum() - later.frictionSum());
        double squares =
                units == 0 ? 0 : Math.max(sum * sum / units, all.frictionSumSquares() - later.frictionSumSquares());
        return new ArmTotals(
                all.variation(),
                exposed,
                Math.clamp(all.converted() - later.converted(), 0, exposed),
                units,
                sum,
                squares);
    }
}
