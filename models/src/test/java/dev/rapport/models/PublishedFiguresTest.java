package dev.rapport.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.models.evaluate.Datasheet;
import dev.rapport.models.recording.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The published figures, the card and the bundled model speak of the recordings that lie beside them. */
class PublishedFiguresTest {
    private static final Path PAGE = Path.of("../docs/how-right.md");
    private final String data;

    PublishedFiguresTest() throws IOException {
        data = Recordings.read(Path.of("corpus/recordings.jsonl.gz")).sha256();
    }

    private static JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(Path.of(file).toFile());
    }

    private static String number(JsonNode of, String key) {
        return String.format(Locale.ROOT, "%.2f", of.path(key).asDouble());
    }

    @Test
    void theEvaluationIsOfTheseRecordings() throws IOException {
        assertTrue(Files.readString(Path.of("EVALUATION.md")).contains(data.substring(0, 16)), data);
        assertTrue(Files.readString(Path.of("evaluation.json")).contains(data), data);
    }

    @Test
    void theCardAndTheModelAreOfTheseRecordings() throws IOException {
        Path folder = Path.of("src/main/resources/dev/rapport/models");
        assertTrue(Files.readString(folder.resolve("MODEL_CARD.md")).contains(data), data);
        assertTrue(Files.readString(folder.resolve("friction.onnx"), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(data));
    }

    @Test
    void theDatasheetIsOfTheseRecordings() throws IOException {
        String printed = new Datasheet(Recordings.read(Path.of("corpus/recordings.jsonl.gz"))).markdown();
        assertEquals(printed, Files.readString(Path.of("src/main/resources/dev/rapport/models/DATASHEET.md")));
    }

    @Test
    void thePageStatesTheFiguresOfTheEvaluation() throws IOException {
        String page = Files.readString(PAGE);
        JsonNode figures = json("evaluation.json");
        for (String[] row : new String[][] {
            {"precision", "precision"},
            {"recall", "recall"},
            {"F1", "f1"},
            {"false alarms a calm hour", "falseAlarmsPerCalmHour"},
            {"median delay, s", "medianDelaySeconds"},
            {"90 % of delays below, s", "p90DelaySeconds"},
            {"calibration error", "ece"}
        }) {
            String expected = "| " + row[0] + " | " + number(figures, row[1]) + " |";
            assertTrue(page.contains(expected), "how-right.md lacks '" + expected + "'");
        }
    }

    @Test
    void thePageStatesTheFiguresOfTheOtherProducts() throws IOException {
        String page = Files.readString(PAGE);
        for (JsonNode product : json("rivals.json").path("products")) {
            String expected = "| " + product.path("name").asText() + " | " + number(product, "precision") + " | "
                    + number(product, "recall") + " | " + number(product, "f1") + " | "
                    + number(product, "falseAlarmsPerCalmHour") + " |";
            assertTrue(page.contains(expected), "how-right.md lacks '" + expected + "'");
        }
    }

    @Test
    void everyDecimalOnThePageStandsInTheEvaluation() throws IOException {
        String evaluation = Files.readString(Path.of("EVALUATION.md"));
        Set<String> goals = Set.of("0.90", "0.50", "1.50", "0.25");
        Matcher decimal =
                Pattern.compile("(?<![\\d.])\\d+\\.\\d{2,3}(?![\\d.])").matcher(Files.readString(PAGE));
        while (decimal.find()) {
            String number = decimal.group();
            assertTrue(goals.contains(number) || evaluation.contains(number), number + " stands in no evaluation");
        }
    }
}
