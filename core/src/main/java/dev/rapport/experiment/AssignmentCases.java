package dev.rapport.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Runs published assignment cases (the JSON that GrowthBook's SDKs share, spec 0.7) against {@link Bucketing}: each group is a
 * list of arrays that end with the expected answer. Groups and cases about targeting by attributes are skipped and counted.
 */
public final class AssignmentCases {
    private static final double TOLERANCE = 1e-6;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Judges one case: empty when it passed, {@link #SKIPPED}, else what went wrong. */
    private interface Check extends Function<JsonNode, String> {}

    private static final String SKIPPED = "skipped";

    private record Kind(int length, Check check) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "hash", new Kind(4, AssignmentCases::hash),
            "getBucketRange", new Kind(3, AssignmentCases::ranges),
            "chooseVariation", new Kind(4, AssignmentCases::choose),
            "inNamespace", new Kind(4, AssignmentCases::namespace),
            "getEqualWeights", new Kind(2, AssignmentCases::equalWeights),
            "getQueryStringOverride", new Kind(5, AssignmentCases::queryOverride),
            "run", new Kind(6, AssignmentCases::run));

    private AssignmentCases() {}

    /**
     * How one group went.
     *
     * @param name as in the file
     * @param passed cases with the expected answer
     * @param skipped cases about targeting by attributes, which assignment here has no part in
     * @param failures one line for each other case
     */
    public record Group(String name, int passed, int skipped, List<String> failures) {
        public Group {
            failures = List.copyOf(failures);
        }
    }

    /**
     * Runs all groups of a file, in its order.
     *
     * @throws IOException when it is no JSON
     * @throws IllegalArgumentException when it holds no case that can be run, or one of another shape, saying which
     */
    public static List<Group> run(InputStream file) throws IOException {
        JsonNode root = JSON.readTree(file);
        List<Group> groups = new ArrayList<>();
        root.properties().forEach(entry -> {
            Kind kind = KINDS.get(entry.getKey());
            if (kind != null) {
                groups.add(group(entry.getKey(), entry.getValue(), kind));
            }
        });
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("no assignment cases here: expected an object with one of "
                    + KINDS.keySet().stream().sorted().toList());
        }
        return groups;
    }

    private static Group group(String name, JsonNode cases, Kind kind) {
        int passed = 0;
        int skipped = 0;
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            JsonNode c = cases.get(i);
            if (!c.isArray() || c.size() != kind.length()) {
                throw new IllegalArgumentException(
                        name + "[" + i + "]: expected an array of " + kind.length() + " values");
            }
            String verdict;
            try {
                verdict = kind.check().apply(c);
            } catch (NullPointerException e) { // a list or number inside is missing
                throw new IllegalArgumentException(name + "[" + i + "]: has another shape than its group", e);
            }
            if (verdict.isEmpty()) {
                passed++;
            } else if (verdict.equals(SKIPPED)) {
                skipped++;
            } else {
                failures.add(name + "[" + i + "] " + c.get(0) + ": " + verdict);
            }
        }
        return new Group(name, passed, skipped, failures);
    }

    private static String hash(JsonNode c) {
        OptionalDouble got =
                Bucketing.hash(c.get(0).asText(), c.get(1).asText(), c.get(2).asInt());
        boolean right = c.get(3).isNull() ? got.isEmpty() : got.isPresent() && same(got.getAsDouble(), c.get(3));
        return right ? "" : "got " + got + ", expected " + c.get(3);
    }

    private static String ranges(JsonNode c) {
        JsonNode in = c.get(1);
        List<Bucketing.Range> got = Bucketing.ranges(
                in.get(0).asInt(), in.get(1).asDouble(), in.get(2).isNull() ? null : numbers(in.get(2)));
        JsonNode want = c.get(2);
        boolean right = got.size() == want.size();
        for (int i = 0; right && i < got.size(); i++) {
            right = same(got.get(i).start(), want.get(i).get(0))
                    && same(got.get(i).end(), want.get(i).get(1));
        }
        return right ? "" : "got " + got + ", expected " + want;
    }

    private static String choose(JsonNode c) {
        int got = Bucketing.choose(c.get(1).asDouble(), rangesOf(c.get(2)));
        return got == c.get(3).asInt() ? "" : "got " + got + ", expected " + c.get(3);
    }

    private static String namespace(JsonNode c) {
        JsonNode space = c.get(2);
        boolean got = Bucketing.inNamespace(
                c.get(1).asText(),
                space.get(0).asText(),
                space.get(1).asDouble(),
                space.get(2).asDouble());
        return got == c.get(3).asBoolean() ? "" : "got " + got + ", expected " + c.get(3);
    }

    private static String equalWeights(JsonNode c) {
        double[] got = Bucketing.equalWeights(c.get(0).asInt());
        boolean right = got.length == c.get(1).size();
        for (int i = 0; right && i < got.length; i++) {
            right = same(got[i], c.get(1).get(i));
        }
        return right ? "" : "got " + Arrays.toString(got) + ", expected " + c.get(1);
    }

    private static String queryOverride(JsonNode c) {
        int got = Bucketing.queryOverride(
                c.get(1).asText(), c.get(2).asText(), c.get(3).asInt());
        int want = c.get(4).isNull() ? -1 : c.get(4).asInt();
        return got == want ? "" : "got " + got + ", expected " + c.get(4);
    }

    private static String run(JsonNode c) {
        JsonNode experiment = c.get(2);
        if (experiment.has("condition") || experiment.has("parentConditions")) {
            return SKIPPED;
        }
        PublishedRun.Result got = PublishedRun.of(c.get(1), experiment);
        boolean right = got.value().equals(c.get(3))
                && got.inExperiment() == c.get(4).asBoolean()
                && got.hashUsed() == c.get(5).asBoolean();
        return right ? "" : "got " + got + ", expected " + c.get(3) + ", " + c.get(4) + ", " + c.get(5);
    }

    static List<Bucketing.Range> rangesOf(JsonNode pairs) {
        return StreamSupport.stream(pairs.spliterator(), false)
                .map(pair ->
                        new Bucketing.Range(pair.get(0).asDouble(), pair.get(1).asDouble()))
                .toList();
    }

    static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static boolean same(double got, JsonNode want) {
        return Math.abs(got - want.asDouble()) <= TOLERANCE;
    }
}
