package dev.rapport.models.browser;

import java.io.Serial;

/** Chromium is missing, died, or refused a command. The message says which and what to do. */
public final class BrowserException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A failure told in one sentence. */
    public BrowserException(String message) {
        super(message);
    }
}
