package dev.rapport.experiment.analysis;

import dev.rapport.experiment.analysis.Findings.Finding;
import dev.rapport.experiment.statistics.Adjusted;
import dev.rapport.experiment.statistics.Difference;
import dev.rapport.experiment.statistics.Estimate.Effect;
import dev.rapport.experiment.statistics.Recommended.Tested;
import dev.rapport.experiment.statistics.Scale;
import dev.rapport.experiment.statistics.Statistic;
import dev.rapport.experiment.statistics.Tail;
import dev.rapport.experiment.statistics.WelchTest;
import java.util.ArrayList;
import java.util.List;

/** What speaks against trusting a result though nothing is impossible about it: one sentence each. */
final class Warnings {
    /** A relative difference from here on is more often a fault in the counting than a success. */
    private static final double SUSPICIOUS = 0.5;

    /** Alarm level for arms that differed before the experiment began. */
    private static final double IMBALANCE = 0.001;

    private Warnings() {}

    static List<String> of(Request request, List<Finding> findings) {
        List<String> warnings = new ArrayList<>();
        double weight = request.arms().stream().mapToDouble(Request.Arm::weight).sum();
        if (request.arms().stream().anyMatch(arm -> arm.weight() < 1) && Math.abs(weight - 1) > 0.01) {
            warnings.add(
                    "the weights add up to " + (float) weight + ", not 1; shares are expected in their proportion");
        }
        for (Request.Arm arm : request.arms()) {
            if (arm.units() == 0 && arm.weight() > 0) {
                warnings.add("arm " + arm.key() + " has no units");
            }
            if (arm.units() > 0 && arm.weight() == 0) {
                warnings.add("arm " + arm.key() + " has weight 0 but " + arm.units()
                        + " units; the sample ratio leaves it out");
            }
        }
        if (request.mode() == Request.Mode.FIXED) {
            warnings.add(
                    "a fixed test holds for one look at a size chosen beforehand; looking again breaks its promise");
        }
        for (Finding finding : findings) {
            finding.result().ifPresent(tested -> suspicious(finding, tested, warnings));
            if (!finding.goal() && finding.worse(request)) {
                warnings.add(
                        "guardrail " + finding.metric() + " is worse in " + finding.treatment() + ", beyond chance");
            }
        }
        imbalance(request, warnings);
        return warnings;
    }

    private static void suspicious(Finding finding, Tested tested, List<String> warnings) {
        tested.relative()
                .filter(relative -> Math.abs(relative.value()) >= SUSPICIOUS)
                .ifPresent(relative -> warnings.add(finding.metric() + " in " + finding.treatment() + " differs by "
                        + Math.round(100 * relative.value()) + " %; so large a difference is often a fault in the"
                        + " counting"));
    }

    private static void imbalance(Request request, List<String> warnings) {
        Request.Arm control = request.arms().get(request.control());
        for (Request.Arm arm : request.arms()) {
            control.metrics().forEach((metric, strata) -> {
                List<Statistic> other = arm.metrics().getOrDefault(metric, List.of());
                if (arm != control
                        && strata.size() == 1
                        && strata.get(0) instanceof Adjusted a
                        && other.get(0) instanceof Adjusted b
                        && Difference.of(a.pre(), b.pre(), Scale.ABSOLUTE) instanceof Effect effect
                        && WelchTest.test(effect, IMBALANCE, 0, Tail.TWO_SIDED).pValue() < IMBALANCE) {
                    warnings.add(arm.key() + " differed from the control in " + metric
                            + " before the experiment began; look at how units are assigned");
                }
            });
        }
    }
}
