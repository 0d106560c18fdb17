package dev.rapport.journal;

class InMemoryJournalTest extends JournalContract {
    @Override
    protected Journal open(long budget) {
        return new InMemoryJournal(budget);
    }
}
