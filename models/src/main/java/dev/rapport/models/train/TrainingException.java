package dev.rapport.models.train;

import java.io.Serial;

/** Data no model can be learned from. The message says what is missing and what to do. */
public final class TrainingException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A problem told in one sentence. */
    public TrainingException(String message) {
        super(message);
    }
}
