package dev.rapport.frame;

import java.io.Serial;

/** Bytes that are no message of this protocol. The message says what is wrong and at which byte offset. */
public final class MalformedFrameException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final long offset;

    /** A problem at {@code offset} bytes into the message; -1 where no single place is to blame. */
    public MalformedFrameException(String problem, long offset) {
        super(offset < 0 ? problem : problem + " at byte " + offset);
        this.offset = offset;
    }

    /** Bytes from the start of the message, or -1. */
    public long offset() {
        return offset;
    }
}
