package dev.rapport.experiment.analysis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.experiment.analysis.Findings.Finding;
import dev.rapport.experiment.statistics.SampleRatio;
import dev.rapport.json.InvalidJsonException;
import dev.rapport.json.JsonPlace;
import java.util.List;
import java.util.Optional;

/** Analyses one line. Whatever is wrong comes back as an {@code error} with path and message, never as a number. */
public final class Analysis {
    private static final int FEWEST_PER_ARM = 8;
    private static final double ALARM_RUNNING = 0.0001;
    private static final double ALARM_STOPPED = 0.001;

    private Analysis() {}

    /**
     * The result of one experiment as one line of JSON.
     *
     * @param number of the line, told in an error
     */
    public static String line(String json, long number) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        try {
            JsonPlace place = JsonPlace.parse(json);
            place.copy("id", out);
            answer(RequestReader.read(place), out);
        } catch (InvalidJsonException e) {
            out.retain("id");
            out.putObject("error").put("line", number).put("path", e.path()).put("message", e.problem());
        } catch (IllegalArgumentException e) {
            out.retain("id");
            out.putObject("error").put("line", number).put("path", "").put("message", String.valueOf(e.getMessage()));
        }
        return out.toString();
    }

    private static void answer(Request request, ObjectNode out) {
        out.put("mode", JsonPlace.word(request.mode()))
                .put("scale", JsonPlace.word(request.scale()))
                .put("alpha", request.alpha());
        long units = request.arms().stream().mapToLong(Request.Arm::units).sum();
        boolean checked = units >= (long) FEWEST_PER_ARM * request.arms().size();
        double threshold = request.running() ? ALARM_RUNNING : ALARM_STOPPED;
        double p = SampleRatio.pValue(
                request.arms().stream().map(Request.Arm::units).toList(),
                request.arms().stream().map(Request.Arm::weight).toList());
        boolean alarm = checked && p < threshold;
        ObjectNode ratio = out.putObject("sample_ratio").put("checked", checked);
        if (checked) {
            ratio.put("p", p);
        }
        ratio.put("threshold", threshold).put("alarm", alarm);
        List<Finding> findings = Findings.of(request);
        Findings.write(findings, request, alarm, out.putArray("results"));
        verdict(findings, request, alarm, out.putObject("verdict"));
        if (request.bandit()) {
            Shares.write(request, out.putObject("bandit"));
        }
        var warnings = out.putArray("warnings");
        Warnings.of(request, findings).forEach(warnings::add);
    }

    private static void verdict(List<Finding> findings, Request request, boolean alarm, ObjectNode out) {
        List<Finding> goals = findings.stream().filter(Finding::goal).toList();
        Optional<Finding> better = goals.stream().filter(f -> f.better(request)).findFirst();
        Optional<Finding> worse = goals.stream().filter(f -> f.worse(request)).findFirst();
        if (alarm) {
            out.put("kind", "sample_ratio_mismatch")
                    .put("sentence", "The arms did not get their share of units; find out what loses or doubles them.");
        } else if (goals.stream().noneMatch(f -> f.result().isPresent())) {
            out.put("kind", "not_enough_data").put("sentence", "It is too early to compare; collect more.");
        } else if (better.isPresent()) {
            out.put("kind", "helps_more")
                    .put("treatment", better.get().treatment())
                    .put("metric", better.get().metric())
                    .put(
                            "sentence",
                            better.get().treatment() + " is better in "
                                    + better.get().metric() + ", beyond what chance explains.");
        } else if (worse.isPresent()) {
            out.put("kind", "helps_less")
                    .put("treatment", worse.get().treatment())
                    .put("metric", worse.get().metric())
                    .put(
                            "sentence",
                            worse.get().treatment() + " is worse in "
                                    + worse.get().metric() + ", beyond what chance explains.");
        } else {
            out.put("kind", "keep_running").put("sentence", "No difference beyond chance so far.");
        }
    }
}
