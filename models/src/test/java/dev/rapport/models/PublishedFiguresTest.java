package dev.rapport.models;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.models.recording.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published figures, the card and the bundled model speak of the recordings that lie beside them. */
class PublishedFiguresTest {
    private final String data;

    PublishedFiguresTest() throws IOException {
        data = Recordings.read(Path.of("corpus/recordings.jsonl.gz")).sha256();
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
}
