package dev.rapport.models.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * What one person really typed: raw key events of the field study of Freihaut and Göritz (2022), some sessions in a row.
 *
 * @param person number in the file
 * @param strokes in order of time
 */
public record KeyLog(int person, List<Stroke> strokes) {
    /** Longest rest kept between two events, ms; the study's sessions lie hours apart. */
    private static final double REST_MS = 3000;

    /**
     * A key going down or up.
     *
     * @param afterMs time since the event before
     * @param down or up
     * @param key as in KeyboardEvent.key
     */
    public record Stroke(double afterMs, boolean down, String key) {}

    public KeyLog {
        strokes = List.copyOf(strokes);
    }

    /** The first {@code sessions} sessions of every person who has any. */
    public static List<KeyLog> read(Path file, int sessions) {
        JsonNode root;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            root = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new CorpusException(file + " cannot be read as gzipped JSON of key events: " + e.getMessage());
        }
        List<KeyLog> logs = new ArrayList<>();
        int person = 0;
        for (JsonNode each : root) {
            person++;
            List<Stroke> strokes = new ArrayList<>();
            int taken = 0;
            for (JsonNode session : each) {
                JsonNode typed = session.path("grabbedData").path("typingData");
                if (typed.size() > 0 && taken++ < sessions) {
                    add(strokes, typed);
                }
            }
            if (!strokes.isEmpty()) {
                logs.add(new KeyLog(person, strokes));
            }
        }
        if (logs.isEmpty()) {
            throw new CorpusException(file + " holds no typing data (grabbedData.typingData).");
        }
        return logs;
    }

    private static void add(List<Stroke> strokes, JsonNode typed) {
        List<Map.Entry<String, JsonNode>> events = new ArrayList<>(typed.properties());
        events.sort(Comparator.comparingInt(e -> Integer.parseInt(e.getKey())));
        double last = -1;
        for (Map.Entry<String, JsonNode> event : events) {
            JsonNode e = event.getValue();
            if (e.path("ctrlPressed").asBoolean(false)) {
                continue;
            }
            double at = e.path("time").asDouble();
            double after = last < 0 ? REST_MS : Math.clamp(at - last, 0, REST_MS);
            strokes.add(new Stroke(
                    after,
                    e.path("eventType").asText().equals("KeyDown"),
                    e.path("key").asText()));
            last = at;
        }
    }

    /** Length, seconds. */
    public double seconds() {
        return strokes.stream().mapToDouble(Stroke::afterMs).sum() / 1000;
    }
}
