package dev.rapport.server.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** One record of a segment: {@code length (4 bytes), CRC-32C over length and payload (4 bytes), payload}, big-endian. */
final class Record {
    /** Bytes before the payload. */
    static final int HEADER = 8;

    /** Longest payload; an entry is one frame of at most 16 KB with what the server adds. */
    static final int LONGEST = 1 << 20;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private Record() {}

    /** Fills in the header of the record that begins at {@code start} of {@code bytes} and whose payload ends before {@code end}. */
    static void seal(byte[] bytes, int start, int end) {
        int length = end - start - HEADER;
        INT.set(bytes, start, length);
        INT.set(bytes, start + 4, checksum(length, bytes, start + HEADER));
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
        return checksum(length, payload, 0) == bytes.getInt(bytes.position() + 4) ? length : -1;
    }

    private static int checksum(int length, byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(length >>> 24);
        crc.update(length >>> 16);
        crc.update(length >>> 8);
        crc.update(length);
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
