package dev.rapport.analytics;

import dev.rapport.journal.JournalEntry;
import java.util.List;

/**
 * Counts journal entries. Every implementation passes {@code OutcomeStoreContract}. Applying an entry twice, in any batch
 * and after any crash, counts it once: (session, sequence) is the key.
 */
public interface OutcomeStore {
    /**
     * Counts entries in one transaction: all or none.
     *
     * @return how many of them were new
     * @throws RuntimeException when the store cannot be reached; the caller tries the same entries again later
     */
    int apply(List<JournalEntry> entries);

    /** Deletes everything that simulated visits left. */
    void clearSimulated(String site);
}
