package dev.rapport.models.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CommandsTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
    private final PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void listsTheKnownFlagsWhenOneIsUnknown() {
        assertEquals(2, TrainCommand.run(List.of("friction", "--spped", "1"), out, err));
        assertTrue(told().contains("unknown flag '--spped'; known are --commit --out --recordings."), told());
    }

    @Test
    void saysWhatToDoWhenThereAreNoRecordings() {
        assertEquals(1, EvaluateCommand.run(List.of("friction", "--recordings", "/none.gz"), out, err));
        assertTrue(told().contains("There is no recordings file at /none.gz"), told());
    }

    @Test
    void explainsItselfWhenGivenNothing() {
        assertEquals(2, CorpusCommand.run(List.of(), out, err));
        assertTrue(told().startsWith("Usage: rapport corpus record"), told());
    }

    @Test
    void refusesANumberThatIsNone() {
        assertEquals(
                2,
                CorpusCommand.run(
                        List.of(
                                "record",
                                "--parallel",
                                "many",
                                "--pages",
                                "corpus/pages",
                                "--personas",
                                "corpus/personas.json",
                                "--widget",
                                "corpus/pages/rapport.js"),
                        out,
                        err));
    }

    @Test
    void saysWhereDataSetsAreLookedFor() {
        assertEquals(1, EvaluateCommand.run(List.of("people", "--data", "/none"), out, err));
        assertTrue(told().contains("There is no folder of data sets at /none."), told());
    }

    @Test
    void saysWhatToDoWithoutWatchedVisits() {
        List<String> words = List.of(
                "rivals", "--watched", "/none.gz", "--rivals", "rivals", "--recordings", "corpus/recordings.jsonl.gz");
        int status = EvaluateCommand.run(words, out, err);
        assertEquals(1, status);
        assertTrue(told().contains("There is no file of watched visits at /none.gz"), told());
    }
}
