package dev.rapport.server.journal;

import dev.rapport.journal.Journal;
import dev.rapport.journal.JournalContract;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest extends JournalContract {
    @TempDir
    Path folder;

    private final Map<Journal, Long> budgets = new HashMap<>();

    @Override
    protected Journal open(long budget) {
        Journal journal = new FileJournal(folder, budget);
        budgets.put(journal, budget);
        return journal;
    }

    @Override
    protected Journal reopened(Journal journal) {
        journal.close();
        return open(budgets.getOrDefault(journal, 64L << 20));
    }
}
