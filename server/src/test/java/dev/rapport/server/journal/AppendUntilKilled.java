package dev.rapport.server.journal;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** A process that appends without end and prints each sequence once its append is acknowledged. */
final class AppendUntilKilled {
    private AppendUntilKilled() {}

    /** Arguments: folder, first sequence. */
    public static void main(String[] args) throws InterruptedException {
        FileJournal journal = new FileJournal(Path.of(args[0]), 1L << 30);
        Semaphore underWay = new Semaphore(64);
        dev.rapport.journal.SampleEntries samples = new dev.rapport.journal.SampleEntries(3);
        for (long sequence = Long.parseLong(args[1]); true; sequence++) {
            long appended = sequence;
            underWay.acquire();
            journal.append(samples.entry("killed", appended)).thenRun(() -> {
                System.out.println(appended);
                System.out.flush();
                underWay.release();
            });
        }
    }
}
