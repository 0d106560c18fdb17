package dev.rapport.experiment.verification;

import dev.rapport.experiment.statistics.Correction;
import dev.rapport.experiment.statistics.Guardrail;
import dev.rapport.experiment.statistics.Interval;
import dev.rapport.experiment.statistics.SampleRatio;
import dev.rapport.experiment.statistics.Tail;
import dev.rapport.experiment.statistics.ThompsonWeights;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Calls the function that a case names and lays its results out under the case's field names. */
final class VectorCalls {
    private VectorCalls() {}

    static Map<String, Object> call(String function, JsonFields in) {
        return switch (function) {
            case "ttest_two_sided" -> VectorTests.fixed(in, Tail.TWO_SIDED);
            case "ttest_one_sided_greater" -> VectorTests.fixed(in, Tail.GREATER);
            case "ttest_one_sided_lesser" -> VectorTests.fixed(in, Tail.LESSER);
            case "sequential_two_sided" -> VectorTests.sequential(in, Tail.TWO_SIDED);
            case "sequential_one_sided_greater" -> VectorTests.sequential(in, Tail.GREATER);
            case "sequential_one_sided_lesser" -> VectorTests.sequential(in, Tail.LESSER);
            case "bayesian_effect" -> VectorTests.bayesian(in);
            case "srm_chi_squared" -> sampleRatio(in);
            case "adjust_p_values" -> adjust(in);
            case "adjusted_confidence_interval" -> widen(in);
            case "chance_to_win_from_interval" -> guardrail(in);
            case "power_and_mde_frequentist" -> VectorPower.frequentist(in);
            case "power_and_mde_bayesian" -> VectorPower.bayesian(in);
            case "mid_experiment_power" -> VectorPower.midExperiment(in);
            case "thompson_weights" -> thompson(in);
            default -> throw new IllegalArgumentException("unknown function " + function);
        };
    }

    private static Map<String, Object> sampleRatio(JsonFields in) {
        double p = SampleRatio.pValue(
                in.need("users").list(JsonPlace::whole), in.need("weights").list(JsonPlace::number));
        return Map.of("pValue", p, "srmWarningAt0_001", p < 0.001);
    }

    private static Map<String, Object> adjust(JsonFields in) {
        JsonPlace method = in.need("method");
        Correction correction = switch (method.text()) {
            case "holm_bonferroni" -> Correction.HOLM;
            case "benjamini_hochberg" -> Correction.BENJAMINI_HOCHBERG;
            default -> throw method.problem("is an unknown correction");
        };
        return Map.of("adjusted", correction.adjust(in.need("p_values").list(JsonPlace::number)));
    }

    private static Map<String, Object> widen(JsonFields in) {
        List<Double> ends = in.need("ci").list(VectorCalls::end);
        Interval wide = Correction.widen(
                new Interval(ends.get(0), ends.get(1)),
                in.need("lift").number(),
                in.need("adjusted_p_value").number(),
                in.need("alpha").number());
        return Map.of("ci", List.of(wide.lower(), wide.upper()));
    }

    private static Map<String, Object> guardrail(JsonFields in) {
        double chance = Guardrail.chanceToWin(
                in.need("effect").number(),
                new Interval(end(in.need("ciLower")), end(in.need("ciUpper"))),
                in.need("alpha").number(),
                in.need("inverse").flag());
        return Map.of("chanceToWin", chance);
    }

    private static Map<String, Object> thompson(JsonFields in) {
        JsonFields prior = in.need("prior").fields();
        ThompsonWeights weights = ThompsonWeights.of(
                in.need("arms").list(VectorStatistics::values),
                prior.need("mean").number(),
                prior.need("variance").number(),
                in.need("min_variation_weight").number(),
                in.need("min_users_per_arm").whole(),
                in.need("alpha").number(),
                in.need("inverse").flag());
        Map<String, Object> got = new HashMap<>();
        got.put("posteriorMean", weights.mean());
        got.put("posteriorVariance", weights.variance());
        got.put("bestArmProbabilities", weights.best());
        got.put("bestArmProbabilitiesExact", weights.best());
        got.put(
                "credibleIntervals",
                weights.interval().stream()
                        .map(interval -> List.of(interval.lower(), interval.upper()))
                        .toList());
        weights.weights().ifPresent(shares -> got.put("weights", shares));
        got.put(
                "message",
                weights.weights().isPresent()
                        ? "successfully updated"
                        : "total sample size must be at least "
                                + in.need("min_users_per_arm").whole() + " per variation");
        return got;
    }

    /** A number, or an infinite end written as text. */
    static double end(JsonPlace place) {
        if (!place.isText()) {
            return place.number();
        }
        return switch (place.text()) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw place.problem("is neither a number nor an infinite end");
        };
    }

    static OptionalDouble optional(JsonFields in, String name) {
        JsonPlace place = in.find(name);
        return place == null ? OptionalDouble.empty() : OptionalDouble.of(place.number());
    }
}
