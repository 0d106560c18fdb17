package dev.rapport.analytics;

import dev.rapport.frame.SummaryField;
import dev.rapport.journal.JournalEntry;
import java.util.Locale;
import java.util.OptionalDouble;

/** A number of a second in use whose spread is reported: half of the seconds have at most so much, and so on. */
public enum Measure {
    /** Known score, 0 to 1. */
    SCORE {
        @Override
        public OptionalDouble of(JournalEntry entry) {
            return Scores.known(entry.outcome());
        }
    },
    /** How much later than 200 ms the page answered, in milliseconds; only of seconds in which it did. */
    LATENESS {
        @Override
        public OptionalDouble of(JournalEntry entry) {
            int late = entry.frame().summary().get(SummaryField.SLOW_MS);
            return late > 0 ? OptionalDouble.of(late) : OptionalDouble.empty();
        }
    },
    /** Main-thread time that the widget took by its own measure, in milliseconds. */
    WIDGET_COST {
        @Override
        public OptionalDouble of(JournalEntry entry) {
            return OptionalDouble.of(entry.frame().summary().get(SummaryField.COST_US) / 1e3);
        }
    };

    /** The number in an entry; empty where it has none. */
    public abstract OptionalDouble of(JournalEntry entry);

    /** Its name in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
