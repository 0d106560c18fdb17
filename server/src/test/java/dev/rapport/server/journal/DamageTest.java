package dev.rapport.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.journal.JournalEntry;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash or a bad disk leaves behind. */
class DamageTest {
    private static final long BUDGET = 64L << 20;
    private static final long MANY_SEGMENTS = 512 << 10;

    @TempDir
    Path folder;

    private final Entries entries = new Entries();

    @Test
    void anyTornTailIsCutOffAndNothingElse() throws Exception {
        List<JournalEntry> written = write(5, BUDGET);
        byte[] whole = Files.readAllBytes(only());
        long last = Entries.size(written.getLast());
        for (long kept = whole.length - last; kept < whole.length; kept += Math.max(1, last / 8)) {
            clear();
            Files.write(folder.resolve("00000000000000000000.journal"), java.util.Arrays.copyOf(whole, (int) kept));

            try (FileJournal journal = new FileJournal(folder, BUDGET)) {
                assertEquals(4, journal.backlog());
                assertEquals(written.subList(0, 4), Entries.drain(journal), "cut at " + kept);
            }
        }
    }

    @Test
    void whatIsWrittenAfterATornTailIsReadToo() throws Exception {
        List<JournalEntry> all = new ArrayList<>(write(3, BUDGET).subList(0, 2));
        try (FileChannel file = FileChannel.open(only(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 5);
        }

        all.addAll(write(3, BUDGET));

        try (FileJournal journal = new FileJournal(folder, BUDGET)) {
            assertEquals(all, Entries.drain(journal));
        }
    }

    @Test
    void aFlippedBitLosesItsRecordOnly() throws Exception {
        List<JournalEntry> written = write(3_000, BUDGET);
        long at = written.subList(0, 10).stream().mapToLong(Entries::size).sum();
        byte[] whole = Files.readAllBytes(only());
        for (int byteOfRecord : new int[] {0, 2, 5, 20}) {
            flip(only(), at + byteOfRecord);

            try (FileJournal journal = new FileJournal(folder, BUDGET)) {
                List<JournalEntry> sound = new ArrayList<>(written);
                sound.remove(10);
                assertEquals(2_999, journal.backlog());
                assertEquals(sound, Entries.drain(journal), "damage at byte " + byteOfRecord);
            }
            clear();
            Files.write(folder.resolve("00000000000000000000.journal"), whole);
        }
    }

    @Test
    void aBitFlippedWhileRunningLosesItsRecordOnly() throws Exception {
        try (FileJournal journal = new FileJournal(folder, BUDGET)) {
            List<JournalEntry> written = entries.append(journal, 6_000);
            flip(only(), Record.HEADER + 3);

            assertEquals(written.subList(1, written.size()), Entries.drain(journal));
        }
    }

    @Test
    void damageAtTheEndOfAnOlderSegmentStaysInItsFile() throws Exception {
        List<JournalEntry> written = write(3, BUDGET);
        Path first = only();
        List<JournalEntry> later = write(2, BUDGET);
        long size = Files.size(first);
        flip(first, size - 3);

        try (FileJournal journal = new FileJournal(folder, BUDGET)) {
            assertEquals(size, Files.size(first));
            assertEquals(List.of(written.get(0), written.get(1), later.get(0), later.get(1)), Entries.drain(journal));
        }
    }

    @Test
    void openingAgainAndAgainWithoutWritingLosesNothing() throws Exception {
        List<JournalEntry> written = write(10, BUDGET);
        for (int i = 0; i < 4; i++) {
            new FileJournal(folder, BUDGET).close();
        }
        try (FileJournal journal = new FileJournal(folder, BUDGET)) {
            written.addAll(entries.append(journal, 5));
            assertEquals(written, Entries.drain(journal));
            List<JournalEntry> later = entries.append(journal, 5);
            assertEquals(later, Entries.drain(journal));
        }
    }

    @Test
    void segmentsThatAreCountedAreDeleted() throws Exception {
        try (FileJournal journal = new FileJournal(folder, MANY_SEGMENTS)) {
            for (int round = 0; round < 20; round++) {
                List<JournalEntry> written = entries.append(journal, 300);
                assertEquals(written, Entries.drain(journal));
            }
            long bytes = 0;
            for (Segment segment : Segment.in(folder)) {
                bytes += Files.size(segment.file());
            }
            assertTrue(bytes <= 3 * (MANY_SEGMENTS / 8), bytes + " bytes are left on disk");
        }
    }

    @Test
    void aDamagedPositionIsOneClearError() throws Exception {
        write(3, BUDGET);
        Files.writeString(folder.resolve("counted"), "12x");

        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> new FileJournal(folder, BUDGET));

        assertTrue(String.valueOf(e.getMessage()).contains("counted is damaged; delete it"), e.getMessage());
    }

    private List<JournalEntry> write(int count, long budget) throws Exception {
        try (FileJournal journal = new FileJournal(folder, budget)) {
            return entries.append(journal, count);
        }
    }

    private Path only() throws Exception {
        return Segment.in(folder).getFirst().file();
    }

    private void clear() throws Exception {
        for (Segment segment : Segment.in(folder)) {
            Files.delete(segment.file());
        }
        Files.deleteIfExists(folder.resolve("counted"));
    }

    private static void flip(Path file, long at) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 4)).flip();
            channel.write(one, at);
        }
    }
}
