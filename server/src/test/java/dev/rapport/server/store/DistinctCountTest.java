package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 256, 384})
    void fewAreCountedExactly(int number) {
        assertEquals(number, of(0, number).estimate());
    }

    /** Five standard errors of 1.6 %, the seed of the library being fixed. */
    @ParameterizedTest
    @ValueSource(ints = {385, 1_000, 5_000, 12_000, 40_000, 1_000_000})
    void manyAreEstimatedWithinEightPercent(int number) {
        double error = Math.abs(of(0, number).estimate() - number) / (double) number;

        assertTrue(error < 0.08, number + ": " + error);
    }

    @Test
    void theErrorOverManyCountsIsWhatIsPromised() {
        int counts = 200;
        int number = 20_000;
        double squares = 0;
        for (int i = 0; i < counts; i++) {
            double error = of(i * number, (i + 1) * number).estimate() / (double) number - 1;
            squares += error * error;
        }

        double standardError = Math.sqrt(squares / counts);
        assertTrue(standardError > 0.012 && standardError < 0.020, "standard error " + standardError);
    }

    @Property(tries = 200)
    void theOrderOfMergingMakesNoDifference(
            @ForAll @IntRange(max = 3_000) int a,
            @ForAll @IntRange(max = 3_000) int b,
            @ForAll @IntRange(max = 300) int c) {
        long all = of(0, Math.max(a, Math.max(100 + b, 200 + c))).estimate();
        long rightFirst =
                merged(of(0, a), merged(of(a, 100 + b), of(50, 200 + c))).estimate();
        long leftFirst =
                merged(merged(of(0, a), of(a, 100 + b)), of(50, 200 + c)).estimate();
        long backwards =
                merged(merged(of(50, 200 + c), of(a, 100 + b)), of(0, a)).estimate();

        assertEquals(leftFirst, rightFirst);
        assertEquals(leftFirst, backwards);
        assertTrue(leftFirst <= all);
    }

    @Property(tries = 200)
    void whatIsMergedAgainCountsOnce(
            @ForAll @IntRange(max = 5_000) int number, @ForAll @IntRange(max = 5_000) int part) {
        DistinctCount count = of(0, number);
        long before = count.estimate();
        DistinctCount again = of(0, Math.min(part, number));

        assertTrue(count.covers(again));
        count.merge(again);
        assertEquals(before, count.estimate());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 300, 5_000})
    void aThingThatIsMissingShows(int number) {
        assertTrue(!of(0, number).covers(of(number, number + 100)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 256, 257, 100_000})
    void bytesComeBackTheSame(int number) {
        byte[] bytes = of(0, number).write();

        assertTrue(bytes.length <= 2_200, number + " things take " + bytes.length + " bytes");
        assertEquals(of(0, number).estimate(), DistinctCount.read(bytes).estimate());
    }

    @Test
    void foreignBytesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> DistinctCount.read(new byte[] {1, 2, 3}));
        assertThrows(IllegalArgumentException.class, () -> DistinctCount.read(new byte[] {0, 2, 3}));
        assertThrows(IllegalArgumentException.class, () -> DistinctCount.read(new byte[] {7}));
        assertThrows(IllegalArgumentException.class, () -> DistinctCount.read(new byte[] {10, 1, 7, 12, 0, 0, 0, 0}));
    }

    @Test
    void noBytesAreNothing() {
        assertEquals(0, DistinctCount.read(new byte[0]).estimate());
    }

    private static DistinctCount merged(DistinctCount one, DistinctCount other) {
        DistinctCount both = new DistinctCount();
        both.merge(one);
        both.merge(other);
        return both;
    }

    private static DistinctCount of(int from, int to) {
        DistinctCount count = new DistinctCount();
        for (int i = from; i < to; i++) {
            count.add(Tally.hash("session-" + i));
        }
        return count;
    }
}
