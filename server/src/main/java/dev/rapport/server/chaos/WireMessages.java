package dev.rapport.server.chaos;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A page's bytes in whole pieces: the head of its request first, then one WebSocket frame each (RFC 6455, section 5.2). */
final class WireMessages {
    private static final int MASK_BYTES = 4;
    private static final int LENGTH_IN_TWO = 126;
    private static final int LENGTH_IN_EIGHT = 127;

    private final DataInputStream in;
    private boolean headSeen;

    WireMessages(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** The next piece; empty at the end. */
    byte[] next() throws IOException {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        try {
            if (headSeen) {
                frame(piece);
            } else {
                head(piece);
            }
        } catch (EOFException e) {
            // what came before the end is passed on as it is
        }
        return piece.toByteArray();
    }

    private void head(ByteArrayOutputStream into) throws IOException {
        int newlines = 0;
        while (newlines < 4) {
            byte b = in.readByte();
            into.write(b);
            newlines = b == '\r' || b == '\n' ? newlines + 1 : 0;
        }
        headSeen = true;
    }

    private void frame(ByteArrayOutputStream into) throws IOException {
        into.write(in.readByte());
        int second = in.readUnsignedByte();
        into.write(second);
        int length = second & 0x7f;
        int more = length == LENGTH_IN_TWO ? 2 : length == LENGTH_IN_EIGHT ? 8 : 0;
        long payload = more == 0 ? length : 0;
        for (int i = 0; i < more; i++) {
            int b = in.readUnsignedByte();
            into.write(b);
            payload = payload << 8 | b;
        }
        long rest = payload + ((second & 0x80) == 0 ? 0 : MASK_BYTES);
        for (long i = 0; i < rest; i++) {
            into.write(in.readByte());
        }
    }
}
