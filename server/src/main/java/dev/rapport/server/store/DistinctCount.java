package dev.rapport.server.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How many different things were added, mergeable and of bounded size: exact up to 256 of them, then HyperLogLog with 4096
 * registers (standard error 1.6 %). Estimator: Ertl, "New cardinality estimation algorithms for HyperLogLog sketches",
 * arXiv:1702.01284, algorithm 6. Not thread-safe.
 */
final class DistinctCount {
    private static final int EXACT_LIMIT = 256;
    private static final int INDEX_BITS = 12;
    private static final int REGISTERS = 1 << INDEX_BITS;
    /** Highest rank a hash can have. */
    private static final int TOP = Long.SIZE - INDEX_BITS + 1;

    private static final byte EXACT = 0;
    private static final byte DENSE = 1;

    private final TreeSet<Long> hashes = new TreeSet<>();
    private byte @Nullable [] registers;

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static DistinctCount read(byte[] bytes) {
        DistinctCount count = new DistinctCount();
        if (bytes.length >= 1 && bytes[0] == EXACT && bytes.length % Long.BYTES == 1) {
            for (int at = 1; at < bytes.length; at += Long.BYTES) {
                count.hashes.add(ByteBuffer.wrap(bytes, at, Long.BYTES).getLong());
            }
        } else if (bytes.length == REGISTERS + 1 && bytes[0] == DENSE) {
            count.registers = Arrays.copyOfRange(bytes, 1, bytes.length);
        } else {
            throw new IllegalArgumentException("not a distinct count of " + bytes.length + " bytes");
        }
        return count;
    }

    /** Adds one thing by its hash, whose 64 bits must be evenly spread. */
    void add(long hash) {
        byte[] dense = registers;
        if (dense != null) {
            note(dense, hash);
        } else if (hashes.add(hash) && hashes.size() > EXACT_LIMIT) {
            dense = new byte[REGISTERS];
            for (long known : hashes) {
                note(dense, known);
            }
            hashes.clear();
            registers = dense;
        }
    }

    private static void note(byte[] registers, long hash) {
        int index = (int) (hash >>> (Long.SIZE - INDEX_BITS));
        int rank = Math.min(TOP, Long.numberOfLeadingZeros(hash << INDEX_BITS) + 1);
        if (registers[index] < rank) {
            registers[index] = (byte) rank;
        }
    }

    /** Adds all that was added to another. */
    void merge(DistinctCount other) {
        byte[] theirs = other.registers;
        if (theirs == null) {
            other.hashes.forEach(this::add);
            return;
        }
        byte[] ours = registers;
        if (ours == null) {
            ours = new byte[REGISTERS];
            for (long known : hashes) {
                note(ours, known);
            }
            hashes.clear();
            registers = ours;
        }
        for (int i = 0; i < REGISTERS; i++) {
            ours[i] = (byte) Math.max(ours[i], theirs[i]);
        }
    }

    /** How many, exact or estimated. */
    long estimate() {
        byte[] dense = registers;
        if (dense == null) {
            return hashes.size();
        }
        int[] counts = new int[TOP + 1];
        for (byte rank : dense) {
            counts[rank]++;
        }
        double m = REGISTERS;
        double z = m * tau(1 - counts[TOP] / m);
        for (int rank = TOP - 1; rank >= 1; rank--) {
            z = 0.5 * (z + counts[rank]);
        }
        z += m * sigma(counts[0] / m);
        return Math.round(m * m / (2 * Math.log(2) * z));
    }

    private static double sigma(double share) {
        double x = share;
        double y = 1;
        double z = x;
        for (double before = -1; z != before; y += y) {
            x *= x;
            before = z;
            z += x * y;
        }
        return z;
    }

    private static double tau(double share) {
        if (share == 0 || share == 1) {
            return 0;
        }
        double x = share;
        double y = 1;
        double z = 1 - x;
        for (double before = -1; z != before; ) {
            x = Math.sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }
        return z / 3;
    }

    /** Its bytes, at most 4097. */
    byte[] write() {
        byte[] dense = registers;
        if (dense != null) {
            return ByteBuffer.allocate(1 + REGISTERS).put(DENSE).put(dense).array();
        }
        ByteBuffer bytes = ByteBuffer.allocate(1 + hashes.size() * Long.BYTES).put(EXACT);
        hashes.forEach(bytes::putLong);
        return bytes.array();
    }
}
