package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 256})
    void fewAreCountedExactly(int number) {
        assertEquals(number, of(0, number).estimate());
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 1_000, 5_000, 12_000, 40_000, 1_000_000})
    void manyAreEstimatedWithinFivePercent(int number) {
        double error = Math.abs(of(0, number).estimate() - number) / (double) number;

        assertTrue(error < 0.05, number + ": " + error);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 200, 300, 5_000})
    void mergingIsTheSameAsAddingAll(int number) {
        DistinctCount merged = of(0, number);
        merged.merge(of(number / 2, number * 2));

        assertArrayEquals(of(0, number * 2).write(), merged.write());
    }

    @Test
    void mergingSmallIntoLargeAndLargeIntoSmallAgree() {
        DistinctCount small = of(0, 5);
        small.merge(of(3, 1_000));
        DistinctCount large = of(3, 1_000);
        large.merge(of(0, 5));

        assertArrayEquals(large.write(), small.write());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 256, 257, 100_000})
    void bytesComeBackTheSame(int number) {
        byte[] bytes = of(0, number).write();

        assertTrue(bytes.length <= 4097);
        assertArrayEquals(bytes, DistinctCount.read(bytes).write());
    }

    @Test
    void foreignBytesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> DistinctCount.read(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> DistinctCount.read(new byte[] {1, 2, 3}));
        assertThrows(IllegalArgumentException.class, () -> DistinctCount.read(new byte[] {7}));
    }

    private static DistinctCount of(int from, int to) {
        DistinctCount count = new DistinctCount();
        for (int i = from; i < to; i++) {
            count.add(Tally.hash("session-" + i));
        }
        return count;
    }
}
