package dev.rapport.models.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Figures against values worked out by hand. */
class TextFiguresTest {
    private static final double[] SAID = {0.9, 0.8, 0.8, 0.3, 0.1};
    private static final boolean[] TRUTH = {true, false, true, false, true};

    @Test
    void aucCountsOrderedPairsAndHalvesTies() {
        assertEquals((1 + 1 + 0.5 + 1 + 0 + 0) / 6, TextFigures.auc(SAID, TRUTH), 1e-12);
    }

    @Test
    void averagePrecisionTakesTiesTogether() {
        assertEquals((1.0 + 2.0 / 3 + 3.0 / 5) / 3, TextFigures.averagePrecision(SAID, TRUTH), 1e-12);
    }

    @Test
    void f1CountsAtTheThresholdAndAbove() {
        assertEquals(2.0 * 2 / (3 + 3), TextFigures.f1(SAID, TRUTH, 0.8), 1e-12);
        assertEquals(0, TextFigures.f1(new double[] {0.1}, new boolean[] {false}, 0.5), 1e-12);
    }

    @Test
    void calibrationErrorWeighsBinsByTexts() {
        assertEquals(
                (Math.abs(0.9 - 1) + Math.abs(1.6 - 1) + 0.3 + Math.abs(0.1 - 1)) / 5,
                TextFigures.calibrationError(SAID, TRUTH),
                1e-12);
    }
}
