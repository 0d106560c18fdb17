package dev.rapport.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Growing bytes with the few CBOR items (RFC 8949) that entries are made of: arrays of open length, UTF-8 texts, whole numbers and
 * floating-point numbers in their shortest form, true, false and null. Not thread-safe.
 */
public final class EntryBytes {
    private static final int TEXT = 0x60;
    private static final int NEGATIVE = 0x20;
    private static final int OPEN_ARRAY = 0x9f;
    private static final int BREAK = 0xff;
    private static final int NO = 0xf4;
    private static final int YES = 0xf5;
    private static final int NULL = 0xf6;
    private static final int FLOAT = 0xfa;
    private static final int DOUBLE = 0xfb;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int length;

    /** Empty, with room for {@code expected} bytes. */
    public EntryBytes(int expected) {
        bytes = new byte[expected];
    }

    /** What was written, from 0 to {@link #length}; the array changes with the next write. */
    public byte[] array() {
        return bytes;
    }

    /** Number of bytes written. */
    public int length() {
        return length;
    }

    /** Forgets what was written; the room stays. */
    public void clear() {
        length = 0;
    }

    /** Leaves {@code count} bytes for the caller to fill in {@link #array}. */
    public void skip(int count) {
        room(count);
        length += count;
    }

    void raw(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    void start() {
        raw(OPEN_ARRAY);
    }

    void end() {
        raw(BREAK);
    }

    void flag(boolean value) {
        raw(value ? YES : NO);
    }

    void nothing() {
        raw(NULL);
    }

    void whole(long value) {
        if (value >= 0) {
            head(0, value);
        } else {
            head(NEGATIVE, -1 - value);
        }
    }

    void number(double value) {
        float narrow = (float) value;
        room(9);
        if (narrow == value) {
            bytes[length++] = (byte) FLOAT;
            INT.set(bytes, length, Float.floatToIntBits(narrow));
            length += 4;
        } else {
            bytes[length++] = (byte) DOUBLE;
            LONG.set(bytes, length, Double.doubleToLongBits(value));
            length += 8;
        }
    }

    @SuppressWarnings("deprecation") // the one way to copy a text's characters as bytes in one piece
    void text(String value) {
        int chars = value.length();
        int before = length;
        head(TEXT, chars);
        room(chars);
        value.getBytes(0, chars, bytes, length);
        length += chars;
        for (int i = 0; i < chars; i++) {
            if (value.charAt(i) >= 0x80) {
                length = before;
                utf8(value.getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
    }

    private void utf8(byte[] text) {
        head(TEXT, text.length);
        room(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    /** A major type with its argument, in the fewest bytes. */
    private void head(int major, long argument) {
        room(9);
        if (argument < 24) {
            bytes[length++] = (byte) (major | (int) argument);
        } else if (argument < 1L << 8) {
            bytes[length] = (byte) (major | 24);
            bytes[length + 1] = (byte) argument;
            length += 2;
        } else if (argument < 1L << 16) {
            bytes[length] = (byte) (major | 25);
            SHORT.set(bytes, length + 1, (short) argument);
            length += 3;
        } else if (argument < 1L << 32) {
            bytes[length] = (byte) (major | 26);
            INT.set(bytes, length + 1, (int) argument);
            length += 5;
        } else {
            bytes[length] = (byte) (major | 27);
            LONG.set(bytes, length + 1, argument);
            length += 9;
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
