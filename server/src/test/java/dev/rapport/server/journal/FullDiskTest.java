package dev.rapport.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.journal.JournalEntry;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's own "no space left on device": the next segment's name leads to {@code /dev/full}. */
@EnabledIf("hasFullDevice")
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final long BUDGET = 512 << 10;

    @TempDir
    Path folder;

    static boolean hasFullDevice() {
        return Files.exists(FULL);
    }

    @Test
    void aFullDiskRefusesWhatItCannotHoldAndLosesNothing() throws Exception {
        Entries entries = new Entries();
        List<JournalEntry> kept = new ArrayList<>();
        try (FileJournal journal = new FileJournal(folder, BUDGET)) {
            long end = 0;
            while (end < BUDGET / 8) {
                kept.addAll(entries.append(journal, 1));
                end += Entries.size(kept.getLast());
            }
            Path next = Segment.at(folder, end).file();
            Files.createSymbolicLink(next, FULL);
            for (int i = 0; i < 3; i++) {
                ExecutionException refused = assertThrows(
                        ExecutionException.class,
                        () -> journal.append(entries.next())
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS));
                assertInstanceOf(UncheckedIOException.class, refused.getCause());
                assertTrue(String.valueOf(refused.getCause()).contains("No space left"), refused::toString);
            }

            Files.delete(next);
            kept.addAll(entries.append(journal, 5));

            assertEquals(kept, Entries.drain(journal));
            assertEquals(0, journal.backlog());
        }
    }
}
