package dev.rapport.models.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The published page is what the command prints; needs the data sets, which are not in the repository. */
@EnabledIfEnvironmentVariable(named = "RAPPORT_DATASETS", matches = ".+")
class PublishedTextFiguresTest {
    @TempDir
    Path folder;

    @Test
    void theCommandWritesThePublishedPage() throws IOException {
        String goEmotions =
                Path.of(System.getenv("RAPPORT_DATASETS"), "goemotions").toString();
        Path written = folder.resolve("TEXT.md");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(
                0,
                TextCommands.evaluate(List.of("--goemotions", goEmotions, "--out", written.toString()), out, err),
                told::toString);
        assertEquals(Files.readString(Path.of("TEXT.md")), Files.readString(written));
    }
}
