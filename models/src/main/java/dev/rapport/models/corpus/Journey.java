package dev.rapport.models.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A visit to the demo shop, step by step; the format is described beside the shop's {@code journeys.json}.
 *
 * @param id unique
 * @param device {@code mouse}, {@code touch} or {@code keyboard}
 * @param start absolute path with query
 * @param steps what to do
 * @param truths where the trouble is, by step
 */
public record Journey(String id, String device, String start, List<JsonNode> steps, List<Trouble> truths) {
    /**
     * Steps in which the visitor struggles.
     *
     * @param from first step, counted from 0
     * @param to last step
     * @param why kind of defect
     */
    public record Trouble(int from, int to, String why) {}

    public Journey {
        steps = List.copyOf(steps);
        truths = List.copyOf(truths);
    }

    /** The journeys of a file's bytes. */
    public static List<Journey> read(byte[] bytes) {
        List<Journey> journeys = new ArrayList<>();
        try {
            for (JsonNode node : new ObjectMapper().readTree(bytes).path("journeys")) {
                List<JsonNode> steps = new ArrayList<>();
                node.path("steps").forEach(steps::add);
                List<Trouble> truths = new ArrayList<>();
                node.path("truth")
                        .forEach(t -> truths.add(new Trouble(
                                t.path("from").asInt(),
                                t.path("to").asInt(),
                                t.path("why").asText())));
                journeys.add(new Journey(
                        node.path("id").asText(),
                        node.path("device").asText(),
                        node.path("start").asText(),
                        steps,
                        truths));
            }
        } catch (IOException e) {
            throw new CorpusException("The demo's journeys cannot be read: " + e.getMessage());
        }
        return journeys;
    }
}
