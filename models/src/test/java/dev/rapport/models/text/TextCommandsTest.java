package dev.rapport.models.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.models.command.EvaluateCommand;
import dev.rapport.models.command.TrainCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text commands, on files good and bad. */
class TextCommandsTest {
    private static final String CATEGORIES =
            "anger\nannoyance\ndisappointment\nconfusion\ngratitude\nsadness\nneutral\n";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void aFileOfLabelledTextsIsScored() throws IOException {
        Path file = Files.writeString(folder.resolve("t.tsv"), """
                This is so annoying, I hate it\t1
                What a horrible, stupid mess!\t1
                Thank you, that was lovely\t0
                The parcel comes on Monday\t0

                So disappointing and rude\t1
                """);
        assertEquals(0, evaluate("text", "--data", file.toString()), complained::toString);
        String said = printed.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("5 texts, 3 frustration-like"), said);
        assertTrue(said.contains("AUC  1.000"), said);
        assertTrue(said.contains("ECE"), said);
    }

    @Test
    void badLinesAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("t.tsv"), "fine\t1\nno label here\n");
        assertEquals(1, evaluate("text", "--data", file.toString()));
        assertComplaint("t.tsv, line 2");
        Files.writeString(file, "fine\t1\nfine too\t7\n");
        assertEquals(1, evaluate("text", "--data", file.toString()));
        assertComplaint("t.tsv, line 2");
    }

    @Test
    void oneClassAloneIsNoMeasure() throws IOException {
        Path file = Files.writeString(folder.resolve("t.tsv"), "a b\t1\nc d\t1\n");
        assertEquals(1, evaluate("text", "--data", file.toString()));
        assertComplaint("some of both kinds are needed");
    }

    @Test
    void emptyMissingAndForeignFilesAreNamed() throws IOException {
        assertEquals(1, evaluate("text", "--data", folder.resolve("none.tsv").toString()));
        assertComplaint("none.tsv cannot be read");
        Path empty = Files.writeString(folder.resolve("empty.tsv"), "");
        assertEquals(1, evaluate("text", "--data", empty.toString()));
        assertComplaint("empty.tsv holds no text");
        Path latin = Files.write(folder.resolve("latin.tsv"), new byte[] {'a', (byte) 0xe9, '\t', '1', '\n'});
        assertEquals(1, evaluate("text", "--data", latin.toString()));
        assertComplaint("is not UTF-8");
        assertEquals(2, evaluate("text", "--dat", "x"));
        assertComplaint("Usage");
    }

    @Test
    void trainingTwiceGivesTheSameBytesAndUnknownCategoriesAreNamed() throws IOException {
        data("0");
        assertEquals(0, train(folder.resolve("a")), complained::toString);
        assertEquals(0, train(folder.resolve("b")), complained::toString);
        for (String file : List.of("text-table.bin", "text.onnx")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("a").resolve(file)),
                    Files.readAllBytes(folder.resolve("b").resolve(file)));
        }
        data("99");
        assertEquals(1, train(folder.resolve("c")));
        assertComplaint("train.tsv, line 1: '99' is no category number");
    }

    private void data(String first) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lines.add("this is awful and it hurts\t" + first + "\tx");
            lines.add("how nice to see you here\t6\tx");
        }
        Files.writeString(folder.resolve("labels.txt"), CATEGORIES);
        Files.write(folder.resolve("train.tsv"), lines);
        Files.write(
                folder.resolve("dev.tsv"),
                lines.stream().map(l -> l.replace("\t99\t", "\t0\t")).toList());
    }

    private int train(Path out) {
        return TrainCommand.run(
                List.of("text", "--data", folder.toString(), "--out", out.toString()),
                stream(printed),
                stream(complained));
    }

    private int evaluate(String... args) {
        return EvaluateCommand.run(List.of(args), stream(printed), stream(complained));
    }

    private void assertComplaint(String part) {
        String said = complained.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains(part), said);
        complained.reset();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
