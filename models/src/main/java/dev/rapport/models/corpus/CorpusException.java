package dev.rapport.models.corpus;

import java.io.Serial;

/** A page, persona or recording request that cannot be used. The message says where and what to do. */
public final class CorpusException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A problem told in one sentence. */
    public CorpusException(String message) {
        super(message);
    }
}
