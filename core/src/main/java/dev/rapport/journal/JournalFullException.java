package dev.rapport.journal;

import java.io.Serial;

/** The journal has used up its disk budget; senders must slow down until the store has caught up. */
public final class JournalFullException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A journal at {@code used} of {@code budget} bytes. */
    public JournalFullException(long used, long budget) {
        super("journal holds " + used + " of " + budget + " bytes; free disk or raise journal-budget");
    }
}
