package dev.rapport.experiment.report;

import dev.rapport.experiment.statistics.Guardrail;
import dev.rapport.experiment.statistics.Interval;
import dev.rapport.experiment.statistics.Posterior;
import dev.rapport.experiment.statistics.Prior;
import dev.rapport.experiment.statistics.Recommended;
import dev.rapport.experiment.statistics.Recommended.Relative;
import dev.rapport.experiment.statistics.Scale;
import java.util.Optional;

/**
 * A treatment beside the control in one metric.
 *
 * @param difference absolute, treatment - control; what decides
 * @param interval always-valid 95 % interval of it: right at every look at once
 * @param pValue always valid, 0 to 1
 * @param relative for display; empty while either arm's count is too small for it to mean anything
 * @param chanceToWin chance that the treatment is the better one, flat prior, 0 to 1; not protected against peeking, so it
 *     decides nothing
 * @param risk what showing the treatment to everybody is expected to cost if it is the worse one, in the metric's unit
 * @param standing which of the two is better beyond chance
 * @param safe true when the treatment is as good as certainly (95 %) not worse, judged by {@code interval}
 */
public record Comparison(
        double difference,
        Interval interval,
        double pValue,
        Optional<Relative> relative,
        double chanceToWin,
        double risk,
        Standing standing,
        boolean safe) {

    /** Which of the two is better. */
    public enum Standing {
        /** The treatment, beyond chance. */
        BETTER,
        /** The control, beyond chance. */
        WORSE,
        /** Chance alone explains the difference. */
        OPEN
    }

    static Comparison of(Recommended.Tested tested, boolean lower) {
        Interval interval = tested.result().interval();
        double difference = tested.effect().value();
        Posterior posterior = Posterior.of(tested.effect(), Scale.ABSOLUTE, Prior.FLAT, ExperimentReport.ALPHA, lower);
        boolean bounded = Double.isFinite(interval.lower()) || Double.isFinite(interval.upper());
        return new Comparison(
                difference,
                interval,
                tested.result().pValue(),
                tested.relative(),
                posterior.chanceToWin(),
                posterior.riskTreatment(),
                interval.contains(0)
                        ? Standing.OPEN
                        : (lower ? -difference : difference) > 0 ? Standing.BETTER : Standing.WORSE,
                bounded
                        && Guardrail.chanceToWin(difference, interval, ExperimentReport.ALPHA, lower)
                                >= Guardrail.SAFE);
    }
}
