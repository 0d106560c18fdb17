package dev.rapport.experiment.verification;

import dev.rapport.json.InvalidJsonException;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statistical cases with known answers: {@code {"meta": …, "cases": [{id, group, function, input, expected, tolerance}]}}.
 * Each case is run against {@link dev.rapport.experiment.statistics} and compared within its own tolerance.
 */
public final class VectorCases {
    private VectorCases() {}

    /**
     * Runs a file's text.
     *
     * @throws InvalidJsonException when the file is not of this schema
     */
    public static Report run(String json) {
        List<JsonPlace> cases = JsonPlace.parse(json).fields().need("cases").list(place -> place);
        Report report = new Report(new TreeMap<>(), new ArrayList<>());
        for (JsonPlace place : cases) {
            JsonFields fields = place.fields();
            String id = fields.need("id").text();
            String group = fields.need("group").text();
            List<String> wrong = run(fields);
            report.count(group, wrong.isEmpty());
            wrong.forEach(line -> report.failures.add(id + " (" + group + "): " + line));
        }
        return report;
    }

    private static List<String> run(JsonFields fields) {
        Map<String, Object> got;
        try {
            got = VectorCalls.call(
                    fields.need("function").text(), fields.need("input").fields());
        } catch (InvalidJsonException | IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        return new VectorComparison(fields.need("tolerance").fields())
                .wrong(fields.need("expected").fields().map(value -> value), got);
    }

    /**
     * What came of a file.
     *
     * @param groups group to [passed, failed]
     * @param failures one line for each wrong value
     */
    public record Report(Map<String, long[]> groups, List<String> failures) {
        void count(String group, boolean passed) {
            groups.computeIfAbsent(group, name -> new long[2])[passed ? 0 : 1]++;
        }

        /** Cases whose values are all right. */
        public long passed() {
            return groups.values().stream().mapToLong(count -> count[0]).sum();
        }

        /** Cases with a wrong value, or that could not be run. */
        public long failed() {
            return groups.values().stream().mapToLong(count -> count[1]).sum();
        }
    }
}
