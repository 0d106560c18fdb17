package dev.rapport.models.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SectionTest {
    @TempDir
    Path folder;

    @Test
    void replacesItsOwnPartAndLeavesTheOthers() throws IOException {
        Path page = folder.resolve("page.md");
        Section.put(page, "## One\n\nold\n");
        Section.put(page, "## Two\n\nkept\n");
        Section.put(page, "## One\n\nnew\n");
        String text = Files.readString(page);
        assertEquals("## One\n\nnew\n\n## Two\n\nkept\n", text.substring(text.indexOf("## One")));
    }
}
