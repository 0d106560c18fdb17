package dev.rapport.experiment.verification;

import dev.rapport.experiment.statistics.Contrast;
import dev.rapport.experiment.statistics.Difference;
import dev.rapport.experiment.statistics.Estimate;
import dev.rapport.experiment.statistics.Estimate.Effect;
import dev.rapport.experiment.statistics.Estimate.NotEstimable;
import dev.rapport.experiment.statistics.Interval;
import dev.rapport.experiment.statistics.PostStratification;
import dev.rapport.experiment.statistics.Posterior;
import dev.rapport.experiment.statistics.Prior;
import dev.rapport.experiment.statistics.Scale;
import dev.rapport.experiment.statistics.SequentialTest;
import dev.rapport.experiment.statistics.Statistic;
import dev.rapport.experiment.statistics.Tail;
import dev.rapport.experiment.statistics.TestResult;
import dev.rapport.experiment.statistics.WelchTest;
import dev.rapport.json.InvalidJsonException;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Cases about tests of one difference. Where none can be made the cases want a code and filler numbers, and they want them
 * also for an absolute difference over a control mean of exactly 0; that is the cases' way and stays in this class.
 */
final class VectorTests {
    private static final String NO_VARIANCE = "ZERO_NEGATIVE_VARIANCE";
    private static final String NO_BASELINE = "ZERO_NEGATIVE_BASELINE_VARIATION";
    private static final double LEAST_P = 0.00001;
    private static final double MOST_P = 0.4999;

    private VectorTests() {}

    static Map<String, Object> fixed(JsonFields in, Tail tail) {
        return tested(in, (effect, got) -> {
            double nullValue = in.find("null_value", JsonPlace::number, 0.0);
            put(got, in, effect, WelchTest.test(effect, in.need("alpha").number(), nullValue, tail));
            got.put("degreesOfFreedom", effect.degreesOfFreedom());
        });
    }

    static Map<String, Object> sequential(JsonFields in, Tail tail) {
        return tested(in, (effect, got) -> {
            double alpha = in.need("alpha").number();
            double tuning = in.find("tuning_parameter", JsonPlace::number, SequentialTest.TUNING);
            double nullValue = in.find("null_value", JsonPlace::number, 0.0);
            TestResult result = SequentialTest.test(effect, alpha, tuning, nullValue, tail);
            put(got, in, effect, result);
            got.put("rho", SequentialTest.rho(alpha, tuning, tail));
            if (tail != Tail.TWO_SIDED) {
                double clamped = Math.clamp(result.pValue(), LEAST_P, MOST_P);
                got.put("pValue", clamped);
                got.put("pValueClosedForm", clamped);
            }
        });
    }

    static Map<String, Object> bayesian(JsonFields in) {
        Map<String, Object> got = new HashMap<>(Map.of(
                "chanceToWin",
                0.5,
                "effect",
                0.0,
                "ciLower",
                0.0,
                "ciUpper",
                0.0,
                "posteriorMean",
                0.0,
                "posteriorStdDev",
                0.0,
                "riskControl",
                0.0,
                "riskTreatment",
                0.0));
        Scale scale = scale(in);
        got.put("riskType", scale == Scale.RELATIVE ? "relative" : "absolute");
        return filled(in, got, (effect, out) -> {
            Prior prior = VectorPower.prior(in.need("prior"));
            Posterior posterior = Posterior.of(
                    effect,
                    scale,
                    prior,
                    in.need("alpha").number(),
                    in.need("inverse").flag());
            double factor = factor(in);
            Interval interval = posterior.interval().times(factor);
            out.put("chanceToWin", posterior.chanceToWin());
            out.put("effect", posterior.mean() * factor);
            out.put("posteriorMean", posterior.mean() * factor);
            out.put("posteriorStdDev", posterior.standardDeviation() * factor);
            out.put("ciLower", interval.lower());
            out.put("ciUpper", interval.upper());
            out.put("riskControl", posterior.riskControl());
            out.put("riskTreatment", posterior.riskTreatment());
        });
    }

    private static Map<String, Object> tested(JsonFields in, BiConsumer<Effect, Map<String, Object>> test) {
        Map<String, Object> got = new HashMap<>(
                Map.of("effect", 0.0, "standardError", 0.0, "ciLower", 0.0, "ciUpper", 0.0, "pValue", 1.0));
        return filled(in, got, test);
    }

    private static Map<String, Object> filled(
            JsonFields in, Map<String, Object> got, BiConsumer<Effect, Map<String, Object>> test) {
        Estimate estimate;
        try {
            estimate = estimate(in);
        } catch (InvalidJsonException e) {
            throw e;
        } catch (IllegalArgumentException impossible) {
            got.put("errorMessage", NO_VARIANCE);
            return got;
        }
        switch (estimate) {
            case NotEstimable none -> got.put("errorMessage", NO_VARIANCE);
            case Effect effect when effect.controlMean() == 0 -> got.put("errorMessage", NO_BASELINE);
            case Effect effect -> test.accept(effect, got);
        }
        return got;
    }

    private static Estimate estimate(JsonFields in) {
        JsonPlace strata = in.find("strata");
        if (strata == null) {
            return Difference.of(
                    VectorStatistics.read(in.need("control")), VectorStatistics.read(in.need("treatment")), scale(in));
        }
        List<Contrast> cells = strata.list(VectorTests::contrast);
        return PostStratification.of(cells, scale(in));
    }

    private static Contrast contrast(JsonPlace place) {
        JsonFields in = place.fields();
        Statistic control = VectorStatistics.read(in.need("control"));
        return new Contrast(control, VectorStatistics.read(in.need("treatment")));
    }

    private static void put(Map<String, Object> got, JsonFields in, Effect effect, TestResult result) {
        double factor = factor(in);
        Interval interval = result.interval().times(factor);
        got.put("effect", effect.value() * factor);
        got.put("standardError", effect.standardError() * factor);
        got.put("ciLower", interval.lower());
        got.put("ciUpper", interval.upper());
        got.put("pValue", result.pValue());
        got.put("pValueExactTail", result.pValue());
        got.put("tStatistic", result.statistic());
        got.put("controlMean", effect.controlMean());
        got.put("treatmentMean", effect.treatmentMean());
        got.put("postStratificationApplied", effect.stratified());
        if (!Double.isNaN(effect.theta())) {
            got.put("theta", effect.theta());
        }
    }

    private static Scale scale(JsonFields in) {
        JsonPlace type = in.need("difference_type");
        return switch (type.text()) {
            case "relative" -> Scale.RELATIVE;
            case "absolute", "scaled" -> Scale.ABSOLUTE;
            default -> throw type.problem("must be relative, absolute or scaled");
        };
    }

    /** Scaled impact: total users / (traffic share · days). */
    private static double factor(JsonFields in) {
        return in.need("difference_type").text().equals("scaled")
                ? in.need("total_users").number()
                        / (in.need("traffic_percentage").number()
                                * in.need("phase_length_days").number())
                : 1;
    }
}
