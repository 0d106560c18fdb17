package dev.rapport.models.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.rapport.frame.Channel;
import dev.rapport.models.OnnxModel;
import dev.rapport.models.recording.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

final class RetrainingTest {
    @Test
    void makesTheBundledModelAgainByteForByte() throws IOException {
        Path bundled = Path.of("src/main/resources/dev/rapport/models/friction.onnx");
        Recordings recordings = Recordings.read(Path.of("corpus/recordings.jsonl.gz"));
        String commit;
        try (OnnxModel model = OnnxModel.open(bundled)) {
            commit = model.provenance("rapport.commit", "");
        }
        Shipped again = Shipped.from(recordings, Replay.all(recordings.visits(), EnumSet.allOf(Channel.class)), commit);
        assertArrayEquals(Files.readAllBytes(bundled), again.bytes());
    }
}
