package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distinct counts as versions before DataSketches wrote them. */
class EarlierCountTest {
    private static final int INDEX_BITS = 12;
    private static final int REGISTERS = 1 << INDEX_BITS;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 256})
    void fewAreReadExactlyAndCountOnceWithThoseThatComeLater(int number) {
        DistinctCount count = DistinctCount.read(exact(number));
        assertEquals(number, count.estimate());

        for (int i = number / 2; i < number + 10; i++) {
            count.add(Tally.hash("session-" + i));
        }

        assertEquals(number + 10, count.estimate());
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 3_000, 50_000, 1_000_000})
    void manyAreReadWithinFivePercent(int number) {
        assertNear(number, DistinctCount.read(dense(number)).estimate());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 20_000, 400_000})
    void manyAreMergedWithThoseThatComeLater(int number) {
        DistinctCount count = DistinctCount.read(dense(number));
        for (int i = number; i < 2 * number; i++) {
            count.add(Tally.hash("session-" + i));
        }

        assertNear(2 * number, DistinctCount.read(count.write()).estimate());
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 20_000})
    void aRowIsCoveredByWhatItIsWrittenAnewAs(int number) {
        DistinctCount before = DistinctCount.read(dense(number));

        assertTrue(DistinctCount.read(before.write()).covers(before));
    }

    private static void assertNear(int number, long estimate) {
        double error = Math.abs(estimate - number) / (double) number;
        assertTrue(error < 0.05, number + ": " + error);
    }

    private static byte[] exact(int number) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + number * Long.BYTES).put((byte) 0);
        for (int i = 0; i < number; i++) {
            bytes.putLong(Tally.hash("session-" + i));
        }
        return bytes.array();
    }

    /** As the former code did: the first 12 bits choose the register, the rank is that of the first 1 behind them. */
    static byte[] dense(int number) {
        byte[] bytes = new byte[1 + REGISTERS];
        bytes[0] = 1;
        for (int i = 0; i < number; i++) {
            long hash = Tally.hash("session-" + i);
            int index = 1 + (int) (hash >>> (Long.SIZE - INDEX_BITS));
            int rank = Math.min(Long.SIZE - INDEX_BITS + 1, Long.numberOfLeadingZeros(hash << INDEX_BITS) + 1);
            bytes[index] = (byte) Math.max(bytes[index], rank);
        }
        return bytes;
    }
}
