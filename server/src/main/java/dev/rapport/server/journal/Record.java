package dev.rapport.server.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** One record of a segment: {@code length (4 bytes), CRC-32C over length and payload (4 bytes), payload}, big-endian. */
final class Record {
    /** Bytes before the payload. */
    static final int HEADER = 8;

    /** Longest payload; an entry is one frame of at most 16 KB with what the server adds. */
    static final int LONGEST = 1 << 20;

    private Record() {}

    /** Puts a record into a buffer that has room for it. */
    static void write(ByteBuffer into, byte[] payload) {
        into.putInt(payload.length).putInt(checksum(payload)).put(payload);
    }

    /**
     * Length of the payload that starts a record at {@code bytes}' position, or -1 when what stands there is no whole, sound
     * record.
     */
    static int soundLength(ByteBuffer bytes) {
        if (bytes.remaining() < HEADER) {
            return -1;
        }
        int length = bytes.getInt(bytes.position());
        if (length <= 0 || length > LONGEST || bytes.remaining() < HEADER + length) {
            return -1;
        }
        byte[] payload = new byte[length];
        bytes.get(bytes.position() + HEADER, payload);
        return checksum(payload) == bytes.getInt(bytes.position() + 4) ? length : -1;
    }

    private static int checksum(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload.length >>> 24);
        crc.update(payload.length >>> 16);
        crc.update(payload.length >>> 8);
        crc.update(payload.length);
        crc.update(payload);
        return (int) crc.getValue();
    }
}
