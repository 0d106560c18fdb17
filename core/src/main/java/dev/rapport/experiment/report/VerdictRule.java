package dev.rapport.experiment.report;

import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.statistics.Correction;
import dev.rapport.experiment.statistics.Difference;
import dev.rapport.experiment.statistics.Estimate;
import dev.rapport.experiment.statistics.MidExperimentPower;
import dev.rapport.experiment.statistics.MidExperimentPower.Question;
import dev.rapport.experiment.statistics.Prior;
import dev.rapport.experiment.statistics.Recommended;
import dev.rapport.experiment.statistics.Recommended.Tested;
import dev.rapport.experiment.statistics.Recommended.TooEarly;
import dev.rapport.experiment.statistics.Scale;
import dev.rapport.experiment.statistics.SequentialTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a verdict comes about, in this order: started? enough units? fair split? then the goal (friction where there is no
 * goal): Holm over the treatments, best one beyond chance, worst one beyond chance, too small to matter, else wait.
 */
final class VerdictRule {
    /** A difference within this share of the control does not matter. */
    static final double SMALL = 0.05;

    private static final double PLANNED_LIFT = 0.1;
    private static final double PLANNED_POWER = 0.8;

    private final Experiment experiment;
    private final List<ArmTotals> arms;
    private final SampleRatioCheck sampleRatio;
    private final Metric metric;
    private final Wording words;

    VerdictRule(Experiment experiment, List<ArmTotals> arms, SampleRatioCheck sampleRatio) {
        this.experiment = experiment;
        this.arms = arms;
        this.sampleRatio = sampleRatio;
        this.metric = experiment.goal().isEmpty() ? Metric.FRICTION : Metric.CONVERSION;
        this.words = new Wording(experiment, metric);
    }

    /** One treatment that could be tested, with its p-value corrected for all of them. */
    private record Candidate(int arm, Tested tested, double adjusted) {
        double difference() {
            return tested.effect().value();
        }

        boolean beyondChance() {
            return adjusted <= ExperimentReport.ALPHA;
        }
    }

    Verdict verdict() {
        int control = ExperimentReport.control(experiment);
        if (control < 0 || arms.size() < 2) {
            return new Verdict.Contradictory("There is no control arm to compare with; give the experiment one.");
        }
        if (experiment.startedAt() == null) {
            return new Verdict.NotEnoughData("The experiment has not started; start it to collect exposures.");
        }
        if (!sampleRatio.checked()) {
            return new Verdict.NotEnoughData(words.tooFewExposures(
                    arms.stream().mapToLong(ArmTotals::exposed).sum(),
                    (long) SampleRatioCheck.FEWEST_PER_ARM * arms.size()));
        }
        if (sampleRatio.alarm()) {
            return new Verdict.SampleRatioMismatch(words.mismatch(sampleRatio), sampleRatio.pValue());
        }
        return compared(control);
    }

    private Verdict compared(int control) {
        List<Integer> indices = new ArrayList<>();
        List<Tested> tested = new ArrayList<>();
        String early = "";
        for (int i = 0; i < arms.size(); i++) {
            if (i != control) {
                switch (ask(control, i)) {
                    case Tested answer -> {
                        indices.add(i);
                        tested.add(answer);
                    }
                    case TooEarly tooEarly -> early = tooEarly.reason();
                }
            }
        }
        if (tested.isEmpty()) {
            return new Verdict.NotEnoughData(words.tooEarly(early));
        }
        List<Double> adjusted = Correction.HOLM.adjust(
                tested.stream().map(t -> t.result().pValue()).toList());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            candidates.add(new Candidate(indices.get(i), tested.get(i), adjusted.get(i)));
        }
        return decided(candidates, control, early.isEmpty());
    }

    private Verdict decided(List<Candidate> candidates, int control, boolean complete) {
        Comparator<Candidate> byGain = Comparator.comparingDouble(c -> metric.gain(c.difference()));
        Optional<Candidate> best = candidates.stream()
                .filter(c -> c.beyondChance() && metric.gain(c.difference()) > 0)
                .max(byGain);
        if (best.isPresent()) {
            return new Verdict.HelpsMore(
                    words.helpsMore(
                            best.get().arm(),
                            best.get().tested().effect(),
                            strugglesMore(control, best.get().arm())),
                    arms.get(best.get().arm()).variation());
        }
        Optional<Candidate> worst =
                candidates.stream().filter(Candidate::beyondChance).min(byGain);
        if (worst.isPresent()) {
            return new Verdict.HelpsLess(
                    words.helpsLess(worst.get().arm(), worst.get().tested().effect()),
                    arms.get(worst.get().arm()).variation());
        }
        if (complete && candidates.stream().allMatch(VerdictRule::small)) {
            return new Verdict.NoDifference(words.noDifference());
        }
        if (experiment.status() == Status.STOPPED || experiment.status() == Status.ARCHIVED) {
            return new Verdict.Inconclusive(words.inconclusive());
        }
        OptionalLong more = moreUnits(control, candidates.get(0).arm());
        return new Verdict.KeepRunning(words.keepRunning(more), more);
    }

    private Recommended.Answer ask(int control, int treatment) {
        return Recommended.ask(
                metric.of(arms.get(control)),
                metric.of(arms.get(treatment)),
                ExperimentReport.ALPHA,
                SequentialTest.TUNING);
    }

    /** True when a goal is reached at the cost of friction beyond chance. */
    private boolean strugglesMore(int control, int treatment) {
        return metric == Metric.CONVERSION
                && ExperimentReport.compare(Metric.FRICTION, arms.get(control), arms.get(treatment))
                        .filter(change -> change.standing() == Comparison.Standing.WORSE)
                        .isPresent();
    }

    private static boolean small(Candidate candidate) {
        double margin = SMALL * Math.abs(candidate.tested().effect().controlMean());
        var interval = candidate.tested().result().interval();
        return interval.lower() >= -margin && interval.upper() <= margin;
    }

    private OptionalLong moreUnits(int control, int treatment) {
        Question question = new Question(
                ExperimentReport.ALPHA,
                PLANNED_POWER,
                arms.size() - 1,
                1,
                Prior.FLAT,
                OptionalDouble.of(SequentialTest.TUNING));
        Estimate estimate = Difference.of(metric.of(arms.get(control)), metric.of(arms.get(treatment)), Scale.RELATIVE);
        if (estimate instanceof Estimate.Effect effect) {
            OptionalDouble times = new MidExperimentPower(effect, PLANNED_LIFT, question).timesMore();
            long exposed = arms.stream().mapToLong(ArmTotals::exposed).sum();
            return times.isPresent()
                    ? OptionalLong.of((long) Math.ceil(times.getAsDouble() * exposed))
                    : OptionalLong.empty();
        }
        return OptionalLong.empty();
    }
}
