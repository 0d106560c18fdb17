package dev.rapport.experiment.analysis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.experiment.analysis.Request.Arm;
import dev.rapport.experiment.statistics.Contrast;
import dev.rapport.experiment.statistics.Estimate;
import dev.rapport.experiment.statistics.Estimate.Effect;
import dev.rapport.experiment.statistics.PostStratification;
import dev.rapport.experiment.statistics.Posterior;
import dev.rapport.experiment.statistics.Prior;
import dev.rapport.experiment.statistics.Recommended;
import dev.rapport.experiment.statistics.Recommended.Relative;
import dev.rapport.experiment.statistics.Recommended.Tested;
import dev.rapport.experiment.statistics.SequentialTest;
import dev.rapport.experiment.statistics.Statistic;
import dev.rapport.experiment.statistics.Tail;
import dev.rapport.experiment.statistics.TestResult;
import dev.rapport.experiment.statistics.WelchTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every metric in every treatment beside the control. */
final class Findings {
    private Findings() {}

    /**
     * One metric in one treatment.
     *
     * @param adjusted p-value corrected over all goals and treatments; the plain one for guardrails
     */
    record Finding(
            String metric, String treatment, boolean goal, Optional<Tested> result, String tooEarly, double adjusted) {
        boolean better(Request request) {
            return beyondChance(request) && gain(request) > 0;
        }

        boolean worse(Request request) {
            return beyondChance(request) && gain(request) < 0;
        }

        private boolean beyondChance(Request request) {
            return result.isPresent() && adjusted <= request.alpha();
        }

        private double gain(Request request) {
            double value = result.map(tested -> tested.effect().value()).orElse(0.0);
            return request.lowerIsBetter().contains(metric) ? -value : value;
        }

        Finding corrected(double p) {
            return new Finding(metric, treatment, goal, result, tooEarly, p);
        }
    }

    static List<Finding> of(Request request) {
        List<Finding> findings = new ArrayList<>();
        Arm control = request.arms().get(request.control());
        for (String metric : control.metrics().keySet()) {
            for (Arm arm : request.arms()) {
                if (arm != control) {
                    findings.add(finding(request, metric, control, arm));
                }
            }
        }
        request.correction().ifPresent(correction -> {
            List<Integer> family = new ArrayList<>();
            for (int i = 0; i < findings.size(); i++) {
                if (findings.get(i).goal() && findings.get(i).result().isPresent()) {
                    family.add(i);
                }
            }
            List<Double> adjusted = correction.adjust(
                    family.stream().map(i -> findings.get(i).adjusted()).toList());
            for (int i = 0; i < family.size(); i++) {
                findings.set(family.get(i), findings.get(family.get(i)).corrected(adjusted.get(i)));
            }
        });
        return findings;
    }

    private static Finding finding(Request request, String metric, Arm control, Arm treatment) {
        boolean goal = request.goals().contains(metric);
        List<Statistic> a = control.metrics().getOrDefault(metric, List.of());
        List<Statistic> b = treatment.metrics().getOrDefault(metric, List.of());
        List<Contrast> strata = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            strata.add(new Contrast(a.get(i), b.get(i)));
        }
        Recommended.Answer answer = switch (request.mode()) {
            case RECOMMENDED -> Recommended.ask(strata, request.alpha(), request.tuning());
            case SEQUENTIAL, FIXED -> unguarded(request, strata);
        };
        return switch (answer) {
            case Tested tested ->
                new Finding(
                        metric,
                        treatment.key(),
                        goal,
                        Optional.of(tested),
                        "",
                        tested.result().pValue());
            case Recommended.TooEarly early ->
                new Finding(metric, treatment.key(), goal, Optional.empty(), early.reason(), 1);
        };
    }

    private static Recommended.Answer unguarded(Request request, List<Contrast> strata) {
        return switch (PostStratification.of(strata, request.scale())) {
            case Estimate.NotEstimable none ->
                new Recommended.TooEarly(none.reason().sentence());
            case Effect effect -> {
                TestResult result = request.mode() == Request.Mode.FIXED
                        ? WelchTest.test(effect, request.alpha(), 0, Tail.TWO_SIDED)
                        : SequentialTest.test(effect, request.alpha(), request.tuning(), 0, Tail.TWO_SIDED);
                yield new Tested(effect, result, Optional.empty());
            }
        };
    }

    static void write(List<Finding> findings, Request request, boolean refused, ArrayNode out) {
        for (Finding finding : findings) {
            ObjectNode node = out.addObject()
                    .put("metric", finding.metric())
                    .put("treatment", finding.treatment())
                    .put("goal", finding.goal());
            if (finding.result().isEmpty()) {
                node.put("too_early", finding.tooEarly());
                continue;
            }
            Tested tested = finding.result().get();
            Effect effect = tested.effect();
            node.put("control_value", effect.controlMean())
                    .put("treatment_value", effect.treatmentMean())
                    .put("effect", effect.value())
                    .put("standard_error", effect.standardError());
            node.putArray("interval")
                    .add(tested.result().interval().lower())
                    .add(tested.result().interval().upper());
            node.put("p", tested.result().pValue()).put("p_adjusted", finding.adjusted());
            Posterior belief = Posterior.of(
                    effect,
                    request.scale(),
                    Prior.FLAT,
                    request.alpha(),
                    request.lowerIsBetter().contains(finding.metric()));
            node.put("chance_to_win", belief.chanceToWin()).put("risk", belief.riskTreatment());
            Outlook.write(finding, request, node);
            tested.relative().ifPresent(relative -> relative(relative, node.putObject("relative")));
            if (!Double.isNaN(effect.theta())) {
                node.put("theta", effect.theta());
            }
            node.put("conclusion", refused ? "refused" : conclusion(finding, request));
        }
    }

    private static void relative(Relative relative, ObjectNode node) {
        node.put("effect", relative.value());
        node.putArray("interval")
                .add(relative.interval().lower())
                .add(relative.interval().upper());
    }

    private static String conclusion(Finding finding, Request request) {
        return finding.better(request) ? "better" : finding.worse(request) ? "worse" : "none";
    }
}
