package dev.rapport.experiment.analysis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.experiment.analysis.Findings.Finding;
import dev.rapport.experiment.statistics.Contrast;
import dev.rapport.experiment.statistics.Estimate.Effect;
import dev.rapport.experiment.statistics.MidExperimentPower;
import dev.rapport.experiment.statistics.MidExperimentPower.Question;
import dev.rapport.experiment.statistics.Plan;
import dev.rapport.experiment.statistics.PostStratification;
import dev.rapport.experiment.statistics.Power;
import dev.rapport.experiment.statistics.Prior;
import dev.rapport.experiment.statistics.Scale;
import dev.rapport.experiment.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a goal can see with the units it has, and how many more it needs for what it was planned to see. */
final class Outlook {
    private Outlook() {}

    static void write(Finding finding, Request request, ObjectNode node) {
        if (request.target().isEmpty() || !finding.goal()) {
            return;
        }
        Request.Target target = request.target().get();
        Request.Arm control = request.arms().get(request.control());
        Request.Arm treatment = request.arms().stream()
                .filter(arm -> arm.key().equals(finding.treatment()))
                .findFirst()
                .orElseThrow();
        List<Contrast> strata = new ArrayList<>();
        List<Statistic> a = control.metrics().getOrDefault(finding.metric(), List.of());
        List<Statistic> b = treatment.metrics().getOrDefault(finding.metric(), List.of());
        for (int i = 0; i < a.size(); i++) {
            strata.add(new Contrast(a.get(i), b.get(i)));
        }
        int tests = request.correction().isPresent()
                ? request.goals().size() * (request.arms().size() - 1)
                : 1;
        OptionalDouble tuning =
                request.mode() == Request.Mode.FIXED ? OptionalDouble.empty() : OptionalDouble.of(request.tuning());
        if (!(PostStratification.of(strata, Scale.RELATIVE) instanceof Effect effect)) {
            return;
        }
        MidExperimentPower power = new MidExperimentPower(
                effect,
                target.lift(),
                new Question(
                        request.alpha(), target.power(), tests, request.goals().size(), Prior.FLAT, tuning));
        ObjectNode out = node.putObject("power").put("lift", target.lift()).put("now", power.at(0));
        if (strata.size() == 1 && a.get(0).mean() != 0 && a.get(0).variance() > 0) {
            Plan plan = new Plan(a.get(0).mean(), a.get(0).variance(), effect.n() / 2.0, request.alpha() / tests);
            OptionalDouble smallest = Power.smallestLift(plan, target.power(), tuning);
            if (smallest.isPresent()) {
                out.put("smallest_lift", smallest.getAsDouble());
            }
        }
        OptionalDouble times = power.timesMore();
        if (times.isEmpty()) {
            out.putNull("more_units").putNull("days_remaining");
            return;
        }
        long units = request.arms().stream().mapToLong(Request.Arm::units).sum();
        double more = Math.ceil(times.getAsDouble() * units);
        out.put("more_units", (long) more);
        if (target.unitsADay() > 0) {
            out.put("days_remaining", (long) Math.ceil(more / target.unitsADay()));
        }
    }
}
