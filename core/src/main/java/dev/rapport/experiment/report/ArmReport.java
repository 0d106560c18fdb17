package dev.rapport.experiment.report;

import dev.rapport.experiment.statistics.Interval;
import java.util.Optional;

/**
 * One arm.
 *
 * @param variation key
 * @param name for the console
 * @param control true for the arm that sees nothing
 * @param weight share it should get, 0 to 1
 * @param exposed units
 * @param converted units with the goal conversion after exposure
 * @param rate converted/exposed; NaN without units
 * @param rateInterval 95 % interval of {@code rate} alone (Wilson), for display; empty without units
 * @param frictionUnits units with a known score in the 60 s after exposure
 * @param friction their mean score, 0 to 1; NaN without units
 * @param conversionChange beside the control; empty for the control, without a goal, and while it is too early
 * @param frictionChange beside the control, below 0 is better; empty for the control and while it is too early
 */
public record ArmReport(
        String variation,
        String name,
        boolean control,
        double weight,
        long exposed,
        long converted,
        double rate,
        Optional<Interval> rateInterval,
        long frictionUnits,
        double friction,
        Optional<Comparison> conversionChange,
        Optional<Comparison> frictionChange) {}
