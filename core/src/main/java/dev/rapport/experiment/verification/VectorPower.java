package dev.rapport.experiment.verification;

import dev.rapport.experiment.statistics.BayesianPower;
import dev.rapport.experiment.statistics.Difference;
import dev.rapport.experiment.statistics.Estimate;
import dev.rapport.experiment.statistics.MidExperimentPower;
import dev.rapport.experiment.statistics.Plan;
import dev.rapport.experiment.statistics.Power;
import dev.rapport.experiment.statistics.Prior;
import dev.rapport.experiment.statistics.Scale;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Cases about power and smallest detectable lifts. */
final class VectorPower {
    private VectorPower() {}

    static Map<String, Object> frequentist(JsonFields in) {
        double n = in.need("total_users").number() / in.need("variations").number();
        JsonFields metric = in.need("metric").fields();
        Plan plan = plan(metric, n, in.need("alpha").number());
        OptionalDouble tuning = VectorCalls.optional(in, "sequential_tuning_parameter");
        return results(
                Power.of(plan, metric.need("effectSize").number(), tuning),
                Power.smallestLift(plan, in.need("target_power").number(), tuning));
    }

    static Map<String, Object> bayesian(JsonFields in) {
        JsonFields metric = in.need("metric").fields();
        Plan plan = plan(
                metric,
                in.need("users_per_variation").number(),
                in.need("alpha").number());
        Prior prior = prior(in.need("prior"));
        return results(
                BayesianPower.of(plan, metric.need("effectSize").number(), prior),
                BayesianPower.smallestLift(plan, in.need("target_power").number(), prior));
    }

    static Map<String, Object> midExperiment(JsonFields in) {
        int goals = in.find("num_goal_metrics", JsonPlace::small, 1);
        boolean corrected = in.find("p_value_corrected", JsonPlace::flag, false);
        int tests = corrected ? (in.find("num_variations", JsonPlace::small, 2) - 1) * goals : 1;
        boolean sequential = in.find("sequential", JsonPlace::flag, in.find("sequential_tuning_parameter") != null);
        double tuning = in.find("sequential_tuning_parameter", JsonPlace::number, 5000.0);
        MidExperimentPower.Question question = new MidExperimentPower.Question(
                in.need("alpha").number(),
                in.need("target_power").number(),
                tests,
                goals,
                in.find("prior", VectorPower::prior, Prior.FLAT),
                sequential ? OptionalDouble.of(tuning) : OptionalDouble.empty());
        Estimate estimate = Difference.of(
                VectorStatistics.read(in.need("control")), VectorStatistics.read(in.need("treatment")), Scale.RELATIVE);
        return switch (estimate) {
            case Estimate.NotEstimable none -> Map.of("message", "unsuccessful");
            case Estimate.Effect effect ->
                results(new MidExperimentPower(effect, in.need("target_mde").number(), question));
        };
    }

    private static Map<String, Object> results(MidExperimentPower power) {
        Map<String, Object> got = new HashMap<>();
        got.put("currentPower", power.at(0));
        got.put("powerAtDoubleSample", power.at(1));
        OptionalDouble times = power.timesMore();
        got.put("message", times.isPresent() ? "successful" : "unsuccessful");
        if (times.isPresent()) {
            got.put("scalingFactor", times.getAsDouble());
            got.put("additionalUsers", times.getAsDouble() * power.effect().n());
        }
        return got;
    }

    private static Map<String, Object> results(double power, OptionalDouble smallestLift) {
        Map<String, Object> got = new HashMap<>();
        got.put("power", power);
        if (smallestLift.isPresent()) {
            got.put("mde", smallestLift.getAsDouble());
        } else {
            got.put("mdeError", "too few units: no lift could be told from noise");
        }
        return got;
    }

    private static Plan plan(JsonFields metric, double n, double alpha) {
        JsonPlace type = metric.need("type");
        return switch (type.text()) {
            case "binomial" -> Plan.proportion(metric.need("conversionRate").number(), n, alpha);
            case "mean" -> {
                double deviation = metric.need("standardDeviation").number();
                yield new Plan(metric.need("mean").number(), deviation * deviation, n, alpha);
            }
            default -> throw type.problem("must be binomial or mean");
        };
    }

    static Prior prior(JsonPlace place) {
        JsonFields in = place.fields();
        return new Prior(
                in.need("mean").number(),
                in.need("stddev").number(),
                in.need("proper").flag());
    }
}
