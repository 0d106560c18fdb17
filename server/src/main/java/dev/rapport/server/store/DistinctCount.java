package dev.rapport.server.store;

import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;
import org.apache.datasketches.memory.Memory;

/**
 * How many different things were added, mergeable and of bounded size: an Apache DataSketches HyperLogLog of 4096 registers. Up to
 * some 400 things it keeps them one by one and the count is exact but for one in 2,000; beyond, its standard error is 1.6 %.
 *
 * <p>The estimate follows from what was added alone, whatever the order and however it was merged: the estimator that leans on the
 * order of arrival is not used. Not thread-safe.
 */
final class DistinctCount {
    private static final int LOG_REGISTERS = 12;

    private final Union union = new Union(LOG_REGISTERS);

    /**
     * Reads what {@link #write} wrote, in this version or in one before DataSketches; no bytes are nothing counted.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static DistinctCount read(byte[] bytes) {
        DistinctCount count = new DistinctCount();
        if (bytes.length > 0) {
            count.union.update(sketch(bytes));
        }
        return count;
    }

    private static HllSketch sketch(byte[] bytes) {
        try {
            return EarlierCount.wrote(bytes) ? EarlierCount.read(bytes) : HllSketch.heapify(Memory.wrap(bytes));
        } catch (RuntimeException e) { // a damaged row: the library names what it met, in exceptions of many kinds
            throw new IllegalArgumentException("not a distinct count of " + bytes.length + " bytes", e);
        }
    }

    /** Adds one thing by its hash. */
    void add(long hash) {
        union.update(hash);
    }

    /** Adds all that was added to another. */
    void merge(DistinctCount other) {
        union.update(other.union.getResult(TgtHllType.HLL_8));
    }

    /** How many, exact or estimated. */
    long estimate() {
        return Math.round(exactly());
    }

    /** True when nothing that was added to {@code other} is missing here, as far as both can tell. */
    boolean covers(DistinctCount other) {
        DistinctCount both = new DistinctCount();
        both.merge(this);
        both.merge(other);
        return both.exactly() == exactly();
    }

    private double exactly() {
        return union.getCompositeEstimate();
    }

    /** Its bytes: 8 and 4 for each of the first some 400 things, then about 2,100. */
    byte[] write() {
        return union.getResult(TgtHllType.HLL_4).toCompactByteArray();
    }
}
