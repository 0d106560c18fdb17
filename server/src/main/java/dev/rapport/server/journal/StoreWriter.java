package dev.rapport.server.journal;

import dev.rapport.analytics.OutcomeStore;
import dev.rapport.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries entries from the journal to the store, in order, in batches. When the store cannot be reached it tries the same batch
 * again with growing pauses, while the journal takes in what comes.
 */
public final class StoreWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);
    private static final int BATCH = 1_000;
    private static final long WAIT_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long CLOSE_MILLIS = 4_000;

    private final Journal journal;
    private final OutcomeStore store;
    private final Thread thread;
    private volatile boolean closing;

    /** Starts carrying. */
    public StoreWriter(Journal journal, OutcomeStore store) {
        this.journal = journal;
        this.store = store;
        thread = new Thread(this::carry, "store-writer");
        thread.setDaemon(true);
        thread.start();
    }

    private void carry() {
        long pause = 0;
        while (true) {
            try {
                Journal.Batch batch = journal.read(BATCH, closing ? 1 : WAIT_MILLIS);
                if (batch.entries().isEmpty() && closing) {
                    return;
                }
                if (!batch.entries().isEmpty()) {
                    store.apply(batch.entries());
                }
                journal.commit(batch.next());
                if (pause > 0) {
                    LOG.info("the store answers again; {} entries to go", journal.backlog());
                    pause = 0;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (closing) {
                    return;
                }
                pause = Math.min(LONGEST_PAUSE_MILLIS, Math.max(250, pause * 2));
                LOG.warn(
                        "the store did not take {} entries, next try in {} ms: {}",
                        journal.backlog(),
                        pause,
                        e.getMessage());
                if (!rest(pause)) {
                    return;
                }
            }
        }
    }

    private boolean rest(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Carries what is there, at most 4 s, then stops; the rest is carried after the next start. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_MILLIS);
            thread.interrupt();
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
