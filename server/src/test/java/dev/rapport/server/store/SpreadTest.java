package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.Reports.Quantiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpreadTest {
    /** Twice what 99 of 100 cases keep to: some five standard deviations. */
    private static final double RANK_ERROR = 2 * 0.0133;

    @Property(tries = 100)
    void fewAreExactInWhateverOrderTheyAreMerged(
            @ForAll @IntRange(min = 1, max = 60) int a,
            @ForAll @IntRange(max = 60) int b,
            @ForAll @IntRange(max = 60) int c) {
        Quantiles expected = of(shuffled(a + b + c)).quantiles();
        List<Float> all = shuffled(a + b + c);
        Spread one = of(all.subList(0, a));
        Spread two = of(all.subList(a, a + b));
        Spread three = of(all.subList(a + b, a + b + c));

        assertEquals(expected, merged(merged(one, two), three).quantiles());
        assertEquals(expected, merged(one, merged(two, three)).quantiles());
        assertEquals(expected, merged(merged(three, two), one).quantiles());
    }

    @Property(tries = 20)
    void manyMergedPiecesKeepTheRankWithinItsBound(
            @ForAll @IntRange(min = 1_000, max = 100_000) int number,
            @ForAll @IntRange(min = 1, max = 300) int pieces) {
        List<Float> all = shuffled(number);
        Spread spread = new Spread();
        for (int i = 0; i < pieces; i++) {
            spread.merge(of(all.subList(number * i / pieces, number * (i + 1) / pieces))
                    .write());
        }

        Quantiles quantiles = spread.quantiles();
        assertEquals(number, quantiles.n());
        assertEquals(Quantiles.HALF, quantiles.half() / number, RANK_ERROR);
        assertEquals(Quantiles.MOST, quantiles.most() / number, RANK_ERROR);
        assertEquals(Quantiles.NEARLY_ALL, quantiles.nearlyAll() / number, RANK_ERROR);
        assertTrue(spread.write().length < 3_000, spread.write().length + " bytes");
    }

    @Test
    void nothingHasNoQuantiles() {
        Spread spread = new Spread();
        spread.merge(new byte[0]);
        spread.merge(new Spread().write());

        assertEquals(Quantiles.NONE, spread.quantiles());
    }

    @Test
    void foreignBytesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Spread().merge(new byte[] {1, 2, 3}));
        assertThrows(IllegalArgumentException.class, () -> new Spread().merge(new byte[64]));
    }

    /** 1 to {@code number} in a random order. */
    private static List<Float> shuffled(int number) {
        List<Float> numbers = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            numbers.add((float) i);
        }
        Collections.shuffle(numbers, new Random(number));
        return numbers;
    }

    private static Spread of(List<Float> numbers) {
        Spread spread = new Spread();
        numbers.forEach(spread::add);
        return spread;
    }

    private static Spread merged(Spread one, Spread other) {
        Spread both = new Spread();
        both.merge(one.write());
        both.merge(other.write());
        return both;
    }
}
