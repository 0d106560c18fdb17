package dev.rapport.server.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.memory.Memory;

/**
 * Distinct counts as they were written before DataSketches: 0 and up to 256 hashes, or 1 and the ranks of 4096 registers. Hashes are
 * added again, so they count once with those that come later. Registers are taken over as they are: their ranks are spread as
 * DataSketches spreads its own, so what they say together is the same, but a thing that is in them and comes again counts twice.
 */
final class EarlierCount {
    private static final byte EXACT = 0;
    private static final byte DENSE = 1;
    private static final int LOG_REGISTERS = 12;
    private static final int REGISTERS = 1 << LOG_REGISTERS;

    /** What stands before the registers in DataSketches' format, version 1, of eight bits a register. */
    private static final int PREAMBLE = 40;

    /** Ranks below this add to the first of the two sums of powers. */
    private static final int SMALL_RANKS = 32;

    private EarlierCount() {}

    /** True for these bytes; DataSketches' begin with 2, 3 or 10. */
    static boolean wrote(byte[] bytes) {
        return bytes[0] == EXACT || bytes[0] == DENSE;
    }

    /**
     * The same count as a sketch.
     *
     * @throws IllegalArgumentException when the length fits neither form
     */
    static HllSketch read(byte[] bytes) {
        if (bytes[0] == EXACT && bytes.length % Long.BYTES == 1) {
            HllSketch sketch = new HllSketch(LOG_REGISTERS);
            for (int at = 1; at < bytes.length; at += Long.BYTES) {
                sketch.update(ByteBuffer.wrap(bytes, at, Long.BYTES).getLong());
            }
            return sketch;
        }
        if (bytes.length != REGISTERS + 1) {
            throw new IllegalArgumentException("neither hashes nor registers");
        }
        double small = 0;
        double large = 0;
        int empty = 0;
        for (int i = 1; i < bytes.length; i++) {
            double power = Math.scalb(1.0, -bytes[i]);
            small += bytes[i] < SMALL_RANKS ? power : 0;
            large += bytes[i] < SMALL_RANKS ? 0 : power;
            empty += bytes[i] == 0 ? 1 : 0;
        }
        ByteBuffer image = ByteBuffer.allocate(PREAMBLE + REGISTERS).order(ByteOrder.LITTLE_ENDIAN);
        image.put((byte) (PREAMBLE / Integer.BYTES)); // length in ints
        image.put((byte) 1); // version
        image.put((byte) 7); // family: HLL
        image.put((byte) LOG_REGISTERS);
        image.put((byte) 0); // no list
        image.put((byte) (8 | 16)); // compact; order of arrival unknown
        image.put((byte) 0); // lowest rank
        image.put((byte) (2 | 2 << 2)); // registers, eight bits each
        image.putDouble(0); // no estimate by order of arrival
        image.putDouble(small);
        image.putDouble(large);
        image.putInt(empty);
        image.putInt(0); // no exceptions
        image.put(bytes, 1, REGISTERS);
        return HllSketch.heapify(Memory.wrap(image.array()));
    }
}
