package dev.rapport.models;

import java.io.Serial;

/** A model file that can be read but does not fit this build. The message says what differs and what to do. */
public final class ModelMismatchException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A mismatch told in one sentence. */
    public ModelMismatchException(String message) {
        super(message);
    }
}
