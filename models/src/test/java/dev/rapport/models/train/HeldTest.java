package dev.rapport.models.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class HeldTest {
    @Test
    void countsTiesHalf() {
        assertEquals(0.875, new Held(new double[] {0, 1, 1, 2}, new double[] {0, 0, 1, 1}).auc(), 1e-12);
    }

    @Test
    void findsNoErrorWhenShareAndProbabilityAgree() {
        double even = 0;
        Held held = new Held(new double[] {even, even, even, even}, new double[] {0, 1, 0, 1});
        assertEquals(0, held.calibrationError(), 1e-12);
    }

    @Test
    void findsTheGapWhenTheyDoNot() {
        Held held = new Held(new double[] {0, 0}, new double[] {1, 1});
        assertEquals(0.5, held.calibrationError(), 1e-12);
    }
}
