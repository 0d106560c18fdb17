package dev.rapport.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Assigns as the published cases describe an experiment: override by address or context, activity, filters or namespace, ranges,
 * forced variation, test mode, in this order. Only {@link AssignmentCases} uses it, to put {@link Bucketing} through all of them.
 */
final class PublishedRun {
    /**
     * What came of it.
     *
     * @param value of the variation
     * @param inExperiment false when left out and given the first variation's value
     * @param hashUsed true when the hash decided
     */
    record Result(JsonNode value, boolean inExperiment, boolean hashUsed) {}

    private final JsonNode context;
    private final JsonNode experiment;
    private final JsonNode variations;
    private final String key;

    private PublishedRun(JsonNode context, JsonNode experiment) {
        this.context = context;
        this.experiment = experiment;
        this.variations = experiment.path("variations");
        this.key = experiment.path("key").asText();
    }

    static Result of(JsonNode context, JsonNode experiment) {
        return new PublishedRun(context, experiment).result();
    }

    private Result result() {
        int count = variations.size();
        if (count < 2 || !context.path("enabled").asBoolean(true)) {
            return out();
        }
        int override = Bucketing.queryOverride(key, context.path("url").asText(), count);
        if (override >= 0) {
            return in(override, false);
        }
        JsonNode forced = context.path("forcedVariations").path(key);
        if (forced.isInt()) {
            return in(forced.asInt(), false);
        }
        Optional<String> unit = attribute(experiment.path("hashAttribute").asText("id"));
        if (!experiment.path("active").asBoolean(true) || unit.isEmpty() || !admitted(unit.get())) {
            return out();
        }
        int bucket = bucket(unit.get());
        if (bucket < 0) {
            return out();
        }
        if (experiment.has("force")) {
            int force = experiment.get("force").asInt();
            return force >= 0 && force < count ? in(force, false) : out();
        }
        return context.path("qaMode").asBoolean() ? out() : in(bucket, true);
    }

    private int bucket(String unit) {
        String seed = experiment.path("seed").asText(key);
        OptionalDouble n =
                Bucketing.hash(seed, unit, experiment.path("hashVersion").asInt(1));
        List<Bucketing.Range> ranges = experiment.has("ranges")
                ? AssignmentCases.rangesOf(experiment.get("ranges"))
                : Bucketing.ranges(
                        variations.size(),
                        experiment.path("coverage").asDouble(1),
                        experiment.has("weights") ? AssignmentCases.numbers(experiment.get("weights")) : null);
        return n.isEmpty() ? -1 : Bucketing.choose(n.getAsDouble(), ranges);
    }

    /** Filters, or where there are none the namespace, let the unit in. */
    private boolean admitted(String unit) {
        if (experiment.has("filters")) {
            for (JsonNode filter : experiment.get("filters")) {
                Optional<String> value = attribute(filter.path("attribute").asText("id"));
                if (value.isEmpty() || !passes(filter, value.get())) {
                    return false;
                }
            }
            return true;
        }
        JsonNode space = experiment.path("namespace");
        return space.isMissingNode()
                || Bucketing.inNamespace(
                        unit,
                        space.get(0).asText(),
                        space.get(1).asDouble(),
                        space.get(2).asDouble());
    }

    private static boolean passes(JsonNode filter, String value) {
        OptionalDouble n = Bucketing.hash(
                filter.path("seed").asText(), value, filter.path("hashVersion").asInt(2));
        return n.isPresent() && Bucketing.choose(n.getAsDouble(), AssignmentCases.rangesOf(filter.path("ranges"))) >= 0;
    }

    private Optional<String> attribute(String name) {
        JsonNode value = context.path("attributes").path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    private Result in(int index, boolean hashUsed) {
        return new Result(
                index < 0 || index >= variations.size() ? IntNode.valueOf(0) : variations.get(index), true, hashUsed);
    }

    private Result out() {
        return new Result(variations.isEmpty() ? IntNode.valueOf(0) : variations.get(0), false, false);
    }
}
