package dev.rapport.models.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.learning.Platt;
import dev.rapport.models.onnx.Network;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PlattTest {
    @Test
    void undoesOverconfidence() {
        SplittableRandom random = new SplittableRandom(2);
        double[] said = new double[20_000];
        double[] labels = new double[said.length];
        for (int i = 0; i < said.length; i++) {
            double truth = 4 * random.nextDouble() - 2;
            said[i] = 3 * truth + 1;
            labels[i] = random.nextDouble() < Network.sigmoid(truth) ? 1 : 0;
        }
        Platt platt = Platt.fit(said, labels);
        assertEquals(1 / 3.0, platt.slope(), 0.02);
        assertEquals(-1 / 3.0, platt.shift(), 0.05);
    }
}
