package dev.rapport.experiment.report;

import dev.rapport.experiment.statistics.Interval;
import dev.rapport.experiment.statistics.Recommended;
import dev.rapport.experiment.statistics.Recommended.Relative;
import java.util.Optional;

/**
 * A treatment beside the control in one metric.
 *
 * @param difference absolute, treatment - control; what decides
 * @param interval always-valid 95 % interval of it: right at every look at once
 * @param pValue always valid, 0 to 1
 * @param relative for display; empty while either arm's count is too small for it to mean anything
 */
public record Comparison(double difference, Interval interval, double pValue, Optional<Relative> relative) {
    static Comparison of(Recommended.Tested tested) {
        return new Comparison(
                tested.effect().value(),
                tested.result().interval(),
                tested.result().pValue(),
                tested.relative());
    }
}
