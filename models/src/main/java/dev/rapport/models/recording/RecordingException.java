package dev.rapport.models.recording;

import java.io.Serial;

/** A recordings file that is broken or of another kind. The message names the file, the line and what to do. */
public final class RecordingException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** A problem told in one sentence. */
    public RecordingException(String message) {
        super(message);
    }
}
