package dev.rapport.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.journal.JournalEntry;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int KILLS = 3;
    private static final long ROUND = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedEntryIsThereAfterKillMinusNine() throws Exception {
        long acknowledged = 0;
        long[] last = new long[KILLS];
        for (int kill = 0; kill < KILLS; kill++) {
            last[kill] = appendUntilKilled(kill * ROUND + 1);
            acknowledged += last[kill] - kill * ROUND;
        }

        try (FileJournal journal = new FileJournal(folder, 1L << 30)) {
            List<Long> sequences = Entries.drain(journal).stream()
                    .map(JournalEntry::frame)
                    .map(frame -> frame.sequence())
                    .toList();
            for (int kill = 0; kill < KILLS; kill++) {
                long from = kill * ROUND + 1;
                long to = last[kill];
                List<Long> held =
                        sequences.stream().filter(s -> s >= from && s <= to).toList();
                assertEquals(
                        java.util.stream.LongStream.rangeClosed(from, to)
                                .boxed()
                                .toList(),
                        held,
                        "after kill " + kill);
            }
            assertTrue(acknowledged > KILLS * 100, "only " + acknowledged + " were acknowledged");
        }
    }

    /** The highest sequence that the process said was on disk. */
    private long appendUntilKilled(long first) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendUntilKilled.class.getName(),
                        folder.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long highest = first - 1;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            long until = Long.MAX_VALUE;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                highest = Math.max(highest, Long.parseLong(line));
                if (until == Long.MAX_VALUE) {
                    until = System.nanoTime() + ThreadLocalRandom.current().nextLong(50_000_000, 500_000_000);
                } else if (System.nanoTime() > until) {
                    process.toHandle()
                            .destroyForcibly(); // leaves the pipe open: what it had acknowledged is still read
                    until = Long.MAX_VALUE - 1;
                }
            }
        }
        process.waitFor();
        return highest;
    }
}
