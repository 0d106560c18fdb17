package dev.rapport.models.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingsTest {
    private static final RecordingHeader HEADER = new RecordingHeader(
            RecordingHeader.FORMAT, RecordingHeader.VERSION, RecordingHeader.PROTOCOL, "00", "Chromium", 1);
    private static final String HEAD =
            "{\"format\":\"rapport-recordings\",\"version\":1,\"protocol\":\"rapport.v1\",\"widget\":\"0\",\"browser\":\"b\",\"seed\":1}\n";

    @TempDir
    Path folder;

    private static RecordedVisit visit(String id) {
        return new RecordedVisit(
                id,
                7,
                "young-mouse",
                "shop-list",
                "shop",
                "dead-more",
                "struggling",
                "gave-up",
                21.5,
                new byte[] {1, 2},
                List.of(new Recorded(1.25, new byte[] {3, -4})),
                List.of(new Truth(3.5, 9, "dead-more", "dead", false)));
    }

    private Path gzip(String text) throws IOException {
        Path file = folder.resolve("r.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private String refusal(Path file) {
        return String.valueOf(assertThrows(RecordingException.class, () -> Recordings.read(file))
                .getMessage());
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        Path file = folder.resolve("a.jsonl.gz");
        Recordings.write(file, HEADER, List.of(visit("one"), visit("two")));
        Recordings read = Recordings.read(file);
        assertEquals(HEADER, read.header());
        assertEquals(2, read.visits().size());
        assertEquals(visit("one").truths(), read.visits().getFirst().truths());
        assertArrayEquals(
                new byte[] {3, -4}, read.visits().getFirst().frames().getFirst().bytes());
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        Recordings.write(folder.resolve("a.gz"), HEADER, List.of(visit("one")));
        Recordings.write(folder.resolve("b.gz"), HEADER, List.of(visit("one")));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.gz")), Files.readAllBytes(folder.resolve("b.gz")));
    }

    @Test
    void namesTheLineThatIsNoJson() throws IOException {
        assertTrue(refusal(gzip(HEAD + "{oops")).contains("line 2 is not JSON"));
    }

    @Test
    void namesTheLineWithoutHello() throws IOException {
        assertTrue(refusal(gzip(HEAD + "{\"id\":\"a\"}")).contains("line 2: 'persona' is missing"));
    }

    @Test
    void refusesAForeignFile() throws IOException {
        assertTrue(refusal(gzip("{\"rows\":3}\n")).contains("line 1: this is no Rapport recordings file"));
    }

    @Test
    void refusesAnotherLayout() throws IOException {
        assertTrue(refusal(gzip(HEAD.replace("\"version\":1", "\"version\":9"))).contains("layout 9"));
    }

    @Test
    void refusesAFileThatIsNotCompressed() throws IOException {
        assertTrue(refusal(Files.writeString(folder.resolve("plain"), HEAD)).contains("not a gzip file"));
    }

    @Test
    void saysHowToMakeAMissingFile() {
        assertTrue(refusal(folder.resolve("none")).contains("rapport corpus record"));
    }

    @Test
    void refusesAFileWithoutVisits() throws IOException {
        assertTrue(refusal(gzip(HEAD)).contains("no visits"));
    }

    @Test
    void refusesAMoodItDoesNotKnow() throws IOException {
        Path file = folder.resolve("a.jsonl.gz");
        Recordings.write(file, HEADER, List.of(visit("one")));
        String text = new String(
                new java.util.zip.GZIPInputStream(Files.newInputStream(file)).readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(refusal(gzip(text.replace("struggling", "angry")))
                .contains("line 2: 'mood' is 'angry'; known are calm, struggling"));
    }
}
