package dev.rapport.journal;

import java.io.Serial;

/** Bytes that are not a journal entry of a known version: a damaged file, or one written by a newer Rapport. */
public final class MalformedEntryException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public MalformedEntryException(String message) {
        super(message);
    }

    /** Says what is wrong and what showed it. */
    public MalformedEntryException(String message, Throwable cause) {
        super(message, cause);
    }
}
