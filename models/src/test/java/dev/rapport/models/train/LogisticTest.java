package dev.rapport.models.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.models.onnx.Additive;
import dev.rapport.models.onnx.Network;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LogisticTest {
    /** Labels drawn from known weights 3, 0 and -2 with bias -1. */
    private static Examples drawn(int n) {
        SplittableRandom random = new SplittableRandom(3);
        double[][] rows = new double[n][];
        double[] labels = new double[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            double p = Network.sigmoid(-1 + 3 * rows[i][0] - 2 * rows[i][2]);
            labels[i] = random.nextDouble() < p ? 1 : 0;
        }
        return new Examples(rows, labels);
    }

    @Test
    void findsAKnownWeight() {
        Additive learned = (Additive) new Logistic(0.01).train(drawn(20_000));
        assertEquals(3, learned.weights()[0], 0.3);
        assertEquals(0, learned.weights()[1], 0.15);
    }

    @Test
    void keepsWeightsFromBelowZero() {
        Additive learned = (Additive) new Logistic(0.01).train(drawn(5_000));
        assertEquals(0, learned.weights()[2]);
    }

    @Test
    void shrinksWhenThePenaltyGrows() {
        Examples examples = drawn(2_000);
        float loose = ((Additive) new Logistic(0.1).train(examples)).weights()[0];
        float tight = ((Additive) new Logistic(300).train(examples)).weights()[0];
        assertTrue(tight < loose / 2, loose + " " + tight);
    }

    @Test
    void givesTheSameBitsTwice() {
        Additive first = (Additive) new Logistic(1).train(drawn(1_000));
        Additive second = (Additive) new Logistic(1).train(drawn(1_000));
        assertArrayEquals(first.weights(), second.weights());
        assertEquals(first.bias(), second.bias());
    }

    @Test
    void refusesWhenOneClassIsMissing() {
        Examples calm = new Examples(new double[][] {{0}, {1}}, new double[] {0, 0});
        assertThrows(TrainingException.class, () -> new Logistic(1).train(calm));
    }
}
