package dev.rapport.journal;

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
            bigEndian(Float.floatToIntBits(narrow), 4);
        } else {
            bytes[length++] = (byte) DOUBLE;
            bigEndian(Double.doubleToLongBits(value), 8);
        }
    }

    void text(String value) {
        int chars = value.length();
        int before = length;
        head(TEXT, chars);
        room(chars);
        for (int i = 0; i < chars; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                length = before;
                utf8(value.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[length++] = (byte) c;
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
            bytes[length++] = (byte) (major | 24);
            bigEndian(argument, 1);
        } else if (argument < 1L << 16) {
            bytes[length++] = (byte) (major | 25);
            bigEndian(argument, 2);
        } else if (argument < 1L << 32) {
            bytes[length++] = (byte) (major | 26);
            bigEndian(argument, 4);
        } else {
            bytes[length++] = (byte) (major | 27);
            bigEndian(argument, 8);
        }
    }

    private void bigEndian(long value, int count) {
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
