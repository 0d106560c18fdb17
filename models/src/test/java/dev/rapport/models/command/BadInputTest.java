package dev.rapport.models.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.feature.Feature;
import dev.rapport.models.OnnxModel;
import dev.rapport.models.onnx.Networks;
import dev.rapport.models.onnx.OnnxExport;
import dev.rapport.models.recording.Recorded;
import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.recording.Recordings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong file gets one line that says what is wrong and what to do, and nothing is written. */
class BadInputTest {
    private static final Path CORPUS = Path.of("corpus/recordings.jsonl.gz");

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
    private final PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path recordings(UnaryOperator<List<RecordedVisit>> changed) throws IOException {
        Recordings corpus = Recordings.read(CORPUS);
        Path file = folder.resolve("changed.jsonl.gz");
        Recordings.write(file, corpus.header(), changed.apply(corpus.visits()));
        return file;
    }

    private static RecordedVisit with(RecordedVisit v, List<Recorded> frames) {
        return new RecordedVisit(
                v.id(),
                v.seed(),
                v.persona(),
                v.page(),
                v.kind(),
                v.variant(),
                v.mood(),
                v.outcome(),
                v.seconds(),
                v.hello(),
                frames,
                v.truths());
    }

    private void refuses(int status, String part) {
        String text = told.toString(StandardCharsets.UTF_8);
        assertEquals(1, status, text);
        assertTrue(text.contains(part), text);
        assertEquals(1, text.lines().count(), text);
        told.reset();
    }

    private int train(Path file) {
        return TrainCommand.run(
                List.of(
                        "friction",
                        "--recordings",
                        file.toString(),
                        "--out",
                        folder.resolve("out").toString()),
                out,
                err);
    }

    private int evaluate(Path file) {
        return EvaluateCommand.run(
                List.of("friction", "--recordings", file.toString(), "--out", folder.toString()), out, err);
    }

    private int score(Path frames, String... more) {
        return ScoreCommand.run(
                java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("--frames", frames.toString()), List.of(more).stream())
                        .toList(),
                out,
                err);
    }

    @Test
    void recordingsInWhichNobodyStrugglesTeachNothing() throws IOException {
        Path calm = recordings(
                visits -> visits.stream().filter(v -> v.truths().isEmpty()).toList());
        refuses(train(calm), "both classes are needed, so record calm and struggling visits");
        refuses(evaluate(calm), "both classes are needed, so record calm and struggling visits");
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    @Test
    void aFrameOfAnotherWireIsNamedByVisitAndTime() throws IOException {
        Path foreign = recordings(visits -> {
            RecordedVisit first = visits.getFirst();
            byte[] noise = "no frame at all".getBytes(StandardCharsets.UTF_8);
            return List.of(with(first, List.of(new Recorded(1.5, noise))), visits.get(1));
        });
        refuses(train(foreign), "at 1.5 s holds a frame that this build does not read");
        refuses(score(foreign), "at 1.5 s holds a frame that this build does not read");
    }

    @Test
    void aFileThatIsNoRecordingIsSaidToBeNone() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.jsonl.gz"), "hello");
        refuses(train(text), "is not a gzip file that can be read");
        refuses(evaluate(text), "is not a gzip file that can be read");
        refuses(score(text), "is not a gzip file that can be read");
    }

    @Test
    void onePersonaAloneCannotBeJudgedByStrangers() throws IOException {
        Path one = recordings(visits -> visits.stream()
                .filter(v -> v.persona().equals(visits.getFirst().persona()))
                .toList());
        refuses(evaluate(one), "1 personas cannot be judged by strangers");
        refuses(train(one), "1 personas cannot be judged by strangers");
    }

    @Test
    void aModelOfAnotherSchemaIsRefusedWithBothHashes() throws IOException {
        Path model = folder.resolve("old.onnx");
        Files.write(model, OnnxExport.toBytes(Networks.additive(Feature.COUNT, 1), Map.of(OnnxModel.SCHEMA, "0123")));
        refuses(score(CORPUS, "--model", model.toString()), "was trained for feature schema 0123");
    }

    @Test
    void framesOfTheDebugModeAreCheckedLineByLine() throws IOException {
        Path lines = Files.writeString(folder.resolve("frames.txt"), "\n{\"not\":\"a frame\"}\n");
        refuses(score(lines), "frames.txt line 2 is no frame");
        Path negative = Files.writeString(folder.resolve("negative.txt"), "[1,1,0,\"/\",1,[NaN],[],[]]\n");
        refuses(score(negative), "negative.txt line 1 is no frame");
    }

    @Test
    void aDataSetWithoutItsColumnsOrRowsIsNamed() throws IOException {
        Path swell = Files.createDirectories(folder.resolve("swell_kw")).resolve("behavioral_features_per_minute.csv");
        Files.writeString(swell, "PP,Blok,Frustration\np1,1,3\n");
        List<String> words = List.of("affect", "--data", folder.toString(), "--out", folder.toString());
        refuses(EvaluateCommand.run(words, out, err), "has no column 'SnMouseAct'");
        Files.delete(swell);
        refuses(EvaluateCommand.run(words, out, err), "behavioral_features_per_minute.csv");
    }
}
