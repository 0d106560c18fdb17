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
 * How a verdict comes about, in this order: started? enough units? fair split? then the goals: Holm over goals ×
 * treatments, best one beyond chance, worst one beyond chance, too small to matter, else wait.
 */
final class VerdictRule {
    /** A difference within this share of the control does not matter. */
    static final double SMALL = 0.05;

    private static final double PLANNED_LIFT = 0.1;
    private static final double PLANNED_POWER = 0.8;

    private final Experiment experiment;
    private final List<ArmTotals> arms;
    private final List<Headline> goals;
    private final SampleRatioCheck sampleRatio;
    private final Wording words;

    VerdictRule(Experiment experiment, List<ArmTotals> arms, List<Headline> goals, SampleRatioCheck sampleRatio) {
        this.experiment = experiment;
        this.arms = arms;
        this.goals = goals;
        this.sampleRatio = sampleRatio;
        this.words = new Wording(experiment);
    }

    /** One treatment in one goal that could be tested, with its p-value corrected for all of them. */
    private record Candidate(Headline goal, int arm, Tested tested, double adjusted) {
        /** Gain as a share of the control's value, so that goals of different units can be ordered. */
        double gain() {
            double control = Math.abs(tested.effect().controlMean());
            return goal.gain(tested.effect().value()) / (control > 0 ? control : 1);
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
        List<Candidate> raw = new ArrayList<>();
        String early = "";
        for (Headline goal : goals) {
            for (int i = 0; i < arms.size(); i++) {
                if (i != control) {
                    switch (ask(goal, control, i)) {
                        case Tested answer ->
                            raw.add(new Candidate(
                                    goal, i, answer, answer.result().pValue()));
                        case TooEarly tooEarly -> early = tooEarly.reason();
                    }
                }
            }
        }
        if (raw.isEmpty()) {
            return new Verdict.NotEnoughData(words.tooEarly(early));
        }
        List<Double> adjusted =
                Correction.HOLM.adjust(raw.stream().map(Candidate::adjusted).toList());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            candidates.add(new Candidate(
                    raw.get(i).goal(), raw.get(i).arm(), raw.get(i).tested(), adjusted.get(i)));
        }
        return decided(candidates, control, early.isEmpty());
    }

    private Verdict decided(List<Candidate> candidates, int control, boolean complete) {
        Comparator<Candidate> byGain = Comparator.comparingDouble(Candidate::gain);
        List<Candidate> firm =
                candidates.stream().filter(Candidate::beyondChance).toList();
        Optional<Candidate> best = firm.stream().filter(c -> c.gain() > 0).max(byGain);
        Optional<Candidate> worst = firm.stream().min(byGain);
        if (best.isPresent()) {
            Candidate winner = best.get();
            boolean mixed = firm.stream().anyMatch(c -> c.arm() == winner.arm() && c.gain() < 0);
            return new Verdict.HelpsMore(
                    words.helpsMore(
                            winner.goal(),
                            winner.arm(),
                            winner.tested().effect(),
                            mixed,
                            strugglesMore(winner.goal(), control, winner.arm())),
                    arms.get(winner.arm()).variation());
        }
        if (worst.isPresent()) {
            Candidate loser = worst.get();
            return new Verdict.HelpsLess(
                    words.helpsLess(loser.goal(), loser.arm(), loser.tested().effect()),
                    arms.get(loser.arm()).variation());
        }
        if (complete && candidates.stream().allMatch(VerdictRule::small)) {
            return new Verdict.NoDifference(words.noDifference());
        }
        if (experiment.status() == Status.STOPPED || experiment.status() == Status.ARCHIVED) {
            return new Verdict.Inconclusive(words.inconclusive());
        }
        OptionalLong more = moreUnits(control, candidates.get(0));
        return new Verdict.KeepRunning(words.keepRunning(more), more);
    }

    private static Recommended.Answer ask(Headline goal, int control, int treatment) {
        return Recommended.ask(
                goal.arms().get(control), goal.arms().get(treatment), ExperimentReport.ALPHA, SequentialTest.TUNING);
    }

    /** True when a goal other than friction is reached at the cost of friction beyond chance. */
    private boolean strugglesMore(Headline goal, int control, int treatment) {
        return !goal.basis().equals(Optional.of(Basis.FRICTION))
                && ExperimentReport.compare(Basis.FRICTION, arms.get(control), arms.get(treatment))
                        .filter(change -> change.standing() == Comparison.Standing.WORSE)
                        .isPresent();
    }

    private static boolean small(Candidate candidate) {
        double margin = SMALL * Math.abs(candidate.tested().effect().controlMean());
        var interval = candidate.tested().result().interval();
        return interval.lower() >= -margin && interval.upper() <= margin;
    }

    private OptionalLong moreUnits(int control, Candidate candidate) {
        int tests = goals.size() * (arms.size() - 1);
        Question question = new Question(
                ExperimentReport.ALPHA,
                PLANNED_POWER,
                tests,
                goals.size(),
                Prior.FLAT,
                OptionalDouble.of(SequentialTest.TUNING));
        Estimate estimate = Difference.of(
                candidate.goal().arms().get(control), candidate.goal().arms().get(candidate.arm()), Scale.RELATIVE);
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
