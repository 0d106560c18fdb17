package dev.rapport.server.chaos;

import java.util.List;
import java.util.Locale;

/** What came of one fault. */
sealed interface Verdict {
    /** The fault's name. */
    String fault();

    /** True unless something was lost, counted twice or not given back. */
    boolean survived();

    /** The row of the printed table. */
    String row();

    /**
     * It was tried.
     *
     * @param fault name
     * @param times how often it was done
     * @param held the visitors' ledger against the store
     * @param footing what the program held before and after
     * @param complaints what is wrong, none when it was survived
     * @param notes what else was measured
     */
    record Tried(
            String fault, long times, Ledger.Held held, Footing footing, List<String> complaints, List<String> notes)
            implements Verdict {
        @Override
        public boolean survived() {
            return held.lost() == 0 && held.twice() == 0 && held.acknowledged() > 0 && complaints.isEmpty();
        }

        @Override
        public String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %d | %d | %s | %s | %s | %s |",
                    fault,
                    times,
                    held.acknowledged(),
                    held.lost(),
                    held.twice(),
                    footing.heap(),
                    footing.files(),
                    survived() ? "survived" : "**not survived: " + String.join("; ", reasons()) + "**",
                    String.join("; ", notes));
        }

        private List<String> reasons() {
            return complaints.isEmpty() ? List.of("see the counts") : complaints;
        }
    }

    /**
     * It could not be tried on this machine.
     *
     * @param fault name
     * @param because one clause
     */
    record Skipped(String fault, String because) implements Verdict {
        @Override
        public boolean survived() {
            return true;
        }

        @Override
        public String row() {
            return "| " + fault + " | 0 | | | | | | skipped | " + because + " |";
        }
    }
}
