package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.statistics.Interval;
import dev.rapport.experiment.statistics.Recommended;
import dev.rapport.experiment.statistics.SequentialTest;
import dev.rapport.experiment.statistics.Wilson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the console shows of an experiment.
 *
 * @param experiment the settings it was made from
 * @param arms in the order of the settings, control included
 * @param sampleRatio whether the arms got their share
 * @param verdict what it says now
 * @param notes one sentence each, for example that several treatments were corrected for
 */
public record ExperimentReport(
        Experiment experiment,
        List<ArmReport> arms,
        SampleRatioCheck sampleRatio,
        Verdict verdict,
        List<String> notes) {
    /** False-alarm rate over all looks and treatments. */
    public static final double ALPHA = 0.05;

    public ExperimentReport {
        arms = List.copyOf(arms);
        notes = List.copyOf(notes);
    }

    /**
     * Makes the report. A variation without totals counts as zero; totals of a variation that the experiment does not
     * have are left out and noted.
     */
    public static ExperimentReport of(Experiment experiment, List<ArmTotals> totals) {
        return of(experiment, totals, List.of());
    }

    /**
     * Makes the report with the experiment's own goals.
     *
     * @param cells the arms as a whole, for goals that the site defined
     */
    public static ExperimentReport of(Experiment experiment, List<ArmTotals> totals, List<ArmCell> cells) {
        List<ArmTotals> arms = new ArrayList<>();
        for (Variation variation : experiment.variations()) {
            arms.add(totals.stream()
                    .filter(arm -> arm.variation().equals(variation.key()))
                    .findFirst()
                    .orElse(new ArmTotals(variation.key(), 0, 0, 0, 0, 0)));
        }
        List<String> notes = new ArrayList<>(Notes.strangers(experiment, totals));
        SampleRatioCheck sampleRatio = SampleRatioCheck.of(experiment, arms);
        notes.addAll(Notes.changed(experiment, cells));
        Optional<String> contradiction = contradiction(experiment, arms, cells);
        if (contradiction.isPresent()) {
            Verdict verdict = new Verdict.Contradictory(contradiction.get());
            return new ExperimentReport(experiment, List.of(), sampleRatio, verdict, notes);
        }
        List<ArmReport> reports = reports(experiment, arms);
        Verdict verdict =
                new VerdictRule(experiment, arms, Headline.of(experiment, arms, cells), sampleRatio).verdict();
        notes.addAll(Notes.of(experiment, reports));
        return new ExperimentReport(experiment, reports, sampleRatio, verdict, notes);
    }

    private static Optional<String> contradiction(Experiment experiment, List<ArmTotals> arms, List<ArmCell> cells) {
        for (ArmTotals arm : arms) {
            try {
                for (Basis basis : Basis.values()) {
                    basis.of(arm);
                }
                for (ArmCell cell : cells) {
                    if (cell.variation().equals(arm.variation())) {
                        experiment.measured().forEach(metric -> MetricStatistic.of(metric, cell));
                    }
                }
            } catch (IllegalArgumentException e) {
                return Optional.of("The counts of “" + arm.variation() + "” contradict themselves (" + e.getMessage()
                        + "); nothing is concluded, so look at how they were stored.");
            }
        }
        return Optional.empty();
    }

    private static List<ArmReport> reports(Experiment experiment, List<ArmTotals> arms) {
        int control = control(experiment);
        List<ArmReport> reports = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            Variation variation = experiment.variations().get(i);
            ArmTotals arm = arms.get(i);
            boolean compared = i != control && control >= 0;
            boolean goal = !experiment.goal().isEmpty();
            reports.add(new ArmReport(
                    variation.key(),
                    variation.name(),
                    variation.control(),
                    variation.weight(),
                    arm.exposed(),
                    arm.converted(),
                    (double) arm.converted() / arm.exposed(),
                    arm.exposed() == 0
                            ? Optional.<Interval>empty()
                            : Optional.of(Wilson.interval(arm.converted(), arm.exposed(), 1 - ALPHA)),
                    arm.frictionUnits(),
                    arm.frictionSum() / arm.frictionUnits(),
                    compared && goal ? compare(Basis.CONVERSION, arms.get(control), arm) : Optional.empty(),
                    compared ? compare(Basis.FRICTION, arms.get(control), arm) : Optional.empty()));
        }
        return reports;
    }

    static int control(Experiment experiment) {
        List<Variation> variations = experiment.variations();
        for (int i = 0; i < variations.size(); i++) {
            if (variations.get(i).control()) {
                return i;
            }
        }
        return -1;
    }

    /** Each arm beside the control in the metric that the verdict is about. */
    static List<Optional<Comparison>> goal(Experiment experiment, List<ArmTotals> arms) {
        int control = control(experiment);
        Basis metric = experiment.goal().isEmpty() ? Basis.FRICTION : Basis.CONVERSION;
        List<Optional<Comparison>> goal = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            goal.add(i == control || control < 0 ? Optional.empty() : compare(metric, arms.get(control), arms.get(i)));
        }
        return goal;
    }

    static Optional<Comparison> compare(Basis metric, ArmTotals control, ArmTotals treatment) {
        return switch (Recommended.ask(metric.of(control), metric.of(treatment), ALPHA, SequentialTest.TUNING)) {
            case Recommended.Tested tested -> Optional.of(Comparison.of(tested, metric.lowerIsBetter()));
            case Recommended.TooEarly early -> Optional.empty();
        };
    }
}
