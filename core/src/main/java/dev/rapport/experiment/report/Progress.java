package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.statistics.Difference;
import dev.rapport.experiment.statistics.Estimate.Effect;
import dev.rapport.experiment.statistics.MidExperimentPower;
import dev.rapport.experiment.statistics.MidExperimentPower.Question;
import dev.rapport.experiment.statistics.Prior;
import dev.rapport.experiment.statistics.Scale;
import dev.rapport.experiment.statistics.SequentialTest;
import dev.rapport.experiment.statistics.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the experiment can see by now: for a few sizes of relative change the chance of seeing it today, and the exposures
 * and days until that chance is 80 %. About changes one would care for, not about the one that shows.
 *
 * @param rows smallest change last
 */
public record Progress(List<Row> rows) {
    private static final double POWER = 0.8;
    private static final double HOURS_A_DAY = 24;
    private static final List<Double> LIFTS = List.of(0.3, 0.2, 0.1, 0.05);

    public Progress {
        rows = List.copyOf(rows);
    }

    /**
     * One size of change.
     *
     * @param lift relative, either way
     * @param now chance of seeing it with the exposures so far, 0 to 1
     * @param moreExposures of all arms until the chance is 80 %; 0 when it is, empty when no number would do
     * @param days at the pace so far; empty when unknown
     */
    public record Row(double lift, double now, OptionalLong moreExposures, OptionalDouble days) {}

    /** For the main metric; without rows while nothing can be estimated. */
    public static Progress of(Experiment experiment, List<ArmCell> whole, Instant now) {
        Metric metric = experiment.measured(Metric.Role.GOAL).getFirst();
        Statistic control = null;
        Statistic treatment = null;
        for (Variation variation : experiment.variations()) {
            Statistic arm = MetricStatistic.of(metric, Headline.cell(variation.key(), whole));
            if (variation.control()) {
                control = arm;
            } else if (treatment == null) {
                treatment = arm;
            }
        }
        Instant started = experiment.startedAt();
        if (control == null
                || treatment == null
                || started == null
                || !(Difference.of(control, treatment, Scale.RELATIVE) instanceof Effect effect)) {
            return new Progress(List.of());
        }
        long exposed = whole.stream().mapToLong(ArmCell::exposed).sum();
        double age = Duration.between(started, now).toMinutes() / 60.0 / HOURS_A_DAY;
        int goals = experiment.measured(Metric.Role.GOAL).size();
        Question question = new Question(
                ExperimentReport.ALPHA,
                POWER,
                goals * (experiment.variations().size() - 1),
                goals,
                Prior.FLAT,
                OptionalDouble.of(SequentialTest.TUNING));
        List<Row> rows = new ArrayList<>();
        for (double lift : LIFTS) {
            MidExperimentPower power = new MidExperimentPower(effect, lift, question);
            OptionalDouble times = power.timesMore();
            double more = Math.ceil(times.orElse(0) * exposed);
            rows.add(new Row(
                    lift,
                    power.at(0),
                    times.isPresent() ? OptionalLong.of((long) more) : OptionalLong.empty(),
                    times.isPresent() && age > 0 ? OptionalDouble.of(more / (exposed / age)) : OptionalDouble.empty()));
        }
        return new Progress(rows);
    }
}
