package dev.rapport.experiment.analysis;

import dev.rapport.experiment.analysis.Request.Arm;
import dev.rapport.experiment.analysis.Request.Mode;
import dev.rapport.experiment.statistics.Correction;
import dev.rapport.experiment.statistics.Scale;
import dev.rapport.experiment.statistics.SequentialTest;
import dev.rapport.experiment.statistics.Statistic;
import dev.rapport.experiment.statistics.StatisticJson;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one experiment; what is wrong is an {@link dev.rapport.json.InvalidJsonException} with its path. */
final class RequestReader {
    private static final long MOST_UNITS = 1L << 53;

    private RequestReader() {}

    static Request read(JsonPlace place) {
        JsonFields in = place.fields();
        in.find("id");
        Mode mode = in.find("mode", m -> m.word(Mode.class), Mode.RECOMMENDED);
        Scale scale = scale(in, mode);
        double alpha = in.find("alpha", RequestReader::alpha, 0.05);
        double tuning = in.find("tuning", RequestReader::positive, SequentialTest.TUNING);
        Optional<Correction> correction =
                in.find("correction", RequestReader::correction, Optional.of(Correction.HOLM));
        boolean running = in.find("running", JsonPlace::flag, true);
        JsonPlace armsPlace = in.need("arms");
        List<Arm> arms = armsPlace.list(RequestReader::arm);
        check(armsPlace, arms);
        int control = in.find("control", key -> position(key, arms), 0);
        List<String> metrics = List.copyOf(arms.get(0).metrics().keySet());
        List<String> goals = in.find("goals", goal -> goal.list(name -> known(name, metrics)), metrics);
        List<String> lower =
                in.find("lower_is_better", metric -> metric.list(name -> known(name, metrics)), List.<String>of());
        Optional<Request.Target> target = in.find("target", at -> Optional.of(target(at)), Optional.empty());
        boolean bandit = in.find("bandit", JsonPlace::flag, false);
        in.end();
        return new Request(
                mode,
                scale,
                alpha,
                tuning,
                correction,
                running,
                control,
                goals,
                Set.copyOf(lower),
                arms,
                target,
                bandit);
    }

    private static Request.Target target(JsonPlace place) {
        JsonFields in = place.fields();
        Request.Target target = new Request.Target(
                in.need("lift").number(),
                in.find("power", JsonPlace::number, 0.8),
                in.find("units_a_day", JsonPlace::number, 0.0));
        in.end();
        if (!(target.lift() > 0 && target.power() > 0 && target.power() < 1 && target.unitsADay() >= 0)) {
            throw place.problem("needs a lift above 0, a power between 0 and 1 and units_a_day of 0 or more");
        }
        return target;
    }

    private static Scale scale(JsonFields in, Mode mode) {
        JsonPlace place = in.find("scale");
        if (place == null) {
            return Scale.ABSOLUTE;
        }
        Scale scale = place.word(Scale.class);
        if (mode == Mode.RECOMMENDED && scale == Scale.RELATIVE) {
            throw place.problem("the recommended mode decides on the absolute difference and shows the relative one"
                    + " beside it; leave this out, or choose another mode");
        }
        return scale;
    }

    private static Arm arm(JsonPlace place) {
        JsonFields in = place.fields();
        String key = in.need("key").text();
        double weight = in.find("weight", RequestReader::weight, 1.0);
        JsonPlace metricsPlace = in.need("metrics");
        Map<String, List<Statistic>> metrics = metricsPlace.fields().map(RequestReader::metric);
        if (metrics.isEmpty()) {
            throw metricsPlace.problem("is empty; an arm needs at least one metric");
        }
        long largest = metrics.values().stream()
                .mapToLong(strata -> strata.stream().mapToLong(Statistic::n).sum())
                .max()
                .orElse(0);
        JsonPlace units = in.find("units");
        if (units != null && (units.whole() < 0 || units.whole() > MOST_UNITS)) {
            throw units.problem(
                    units.whole() < 0 ? "a count cannot be negative" : "the count is above 2^53 and would lose digits");
        }
        in.end();
        return new Arm(key, weight, units == null ? largest : units.whole(), metrics);
    }

    private static List<Statistic> metric(JsonPlace place) {
        JsonPlace strata = place.fields().find("strata");
        if (strata == null) {
            return List.of(StatisticJson.read(place));
        }
        List<Statistic> statistics = strata.list(StatisticJson::read);
        if (statistics.isEmpty()) {
            throw strata.problem("is empty; leave it out, or give each stratum's statistic");
        }
        return statistics;
    }

    private static void check(JsonPlace place, List<Arm> arms) {
        if (arms.size() < 2) {
            throw place.problem("at least two arms are needed, there are " + arms.size());
        }
        if (arms.stream().filter(arm -> arm.weight() > 0).count() < 2) {
            throw place.problem("at least two arms need a weight above 0");
        }
        Set<String> keys = new HashSet<>();
        Map<String, List<Statistic>> first = arms.get(0).metrics();
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            String at = "arm " + arm.key() + " ";
            if (!keys.add(arm.key())) {
                throw place.problem(at + "is there twice");
            }
            if (!arm.metrics().keySet().equals(first.keySet())) {
                throw place.problem(at + "has metrics "
                        + arm.metrics().keySet().stream().sorted().toList() + ", the first arm "
                        + first.keySet().stream().sorted().toList());
            }
            arm.metrics().forEach((name, strata) -> {
                if (strata.size() != first.getOrDefault(name, List.of()).size()) {
                    throw place.problem(at + "has " + strata.size() + " strata of " + name + ", the first arm another"
                            + " number; give every arm the same strata in the same order");
                }
            });
        }
    }

    private static int position(JsonPlace key, List<Arm> arms) {
        for (int i = 0; i < arms.size(); i++) {
            if (arms.get(i).key().equals(key.text())) {
                return i;
            }
        }
        throw key.problem("there is no arm '" + key.text() + "'");
    }

    private static String known(JsonPlace name, List<String> metrics) {
        if (!metrics.contains(name.text())) {
            throw name.problem("there is no metric '" + name.text() + "'");
        }
        return name.text();
    }

    private static Optional<Correction> correction(JsonPlace place) {
        return place.text().equals("none") ? Optional.empty() : Optional.of(place.word(Correction.class));
    }

    private static double alpha(JsonPlace place) {
        double alpha = place.number();
        if (!(alpha > 0 && alpha < 1)) {
            throw place.problem("lies between 0 and 1, not at " + alpha);
        }
        return alpha;
    }

    private static double weight(JsonPlace place) {
        double value = place.number();
        if (!(value >= 0)) {
            throw place.problem("cannot be negative");
        }
        return value;
    }

    private static double positive(JsonPlace place) {
        double value = place.number();
        if (!(value > 0)) {
            throw place.problem("must be above 0, not " + value);
        }
        return value;
    }
}
