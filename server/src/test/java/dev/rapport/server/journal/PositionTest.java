package dev.rapport.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void threeWrites() throws IOException {
        file = folder.resolve("counted");
        Position position = new Position(file);
        assertEquals(0, position.read());
        for (long written : new long[] {100, 2_000, 30_000}) {
            position.write(written);
        }
    }

    @Test
    void theNewestIsReadAgain() throws IOException {
        assertEquals(30_000, new Position(file).read());
    }

    @Test
    void theFileNeverGrows() throws IOException {
        assertEquals(1_024, Files.size(file));
    }

    @Test
    void aWriteThatWasCutOffAtAnyByteLeavesTheOneBefore() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Position position = new Position(file);
        position.read();
        position.write(400_000);
        byte[] after = Files.readAllBytes(file);
        for (int cut = 0; cut <= before.length; cut++) {
            byte[] torn = after.clone();
            System.arraycopy(before, cut, torn, cut, before.length - cut);
            Files.write(file, torn);

            long read = new Position(file).read();

            assertTrue(read == 30_000 || read == 400_000, "cut at " + cut + ": " + read);
        }
    }

    @Test
    void theNumberThatOlderVersionsWroteIsRead() throws IOException {
        Files.writeString(file, "4711");

        assertEquals(4_711, new Position(file).read());
        assertEquals(4_711, new Position(file).read());
    }

    @Test
    void whatIsNoNumberIsRefusedWithAWayOut() throws IOException {
        Files.writeString(file, "rubbish");

        IOException refused = assertThrows(IOException.class, () -> new Position(file).read());

        assertTrue(String.valueOf(refused.getMessage()).contains("delete it"), refused::toString);
    }
}
