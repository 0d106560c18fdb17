package dev.rapport.server.store;

import java.io.Serial;

/** The store cannot do what was asked; the message is one sentence that says what to do. */
public final class StoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A failure that no other exception caused. */
    public StoreException(String message) {
        super(message);
    }

    /** A failure with its cause. */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
