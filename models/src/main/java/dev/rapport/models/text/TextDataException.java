package dev.rapport.models.text;

import java.io.Serial;

/** A data or model file of the text model will not do; the message says which, where and what to do. */
public final class TextDataException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TextDataException(String message) {
        super(message);
    }

    TextDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
