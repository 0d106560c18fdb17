package dev.rapport.models.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.models.onnx.Network;
import dev.rapport.models.onnx.OnnxExport;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of model owes. */
final class FamiliesTest {
    /** Trouble needs both of the first two features; the third is noise. */
    private static Examples both() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = new double[1500][];
        double[] labels = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {random.nextInt(5) / 4.0, random.nextInt(5) / 4.0, random.nextDouble()};
            double p = Network.sigmoid(rows[i][0] >= 0.5 && rows[i][1] >= 0.5 ? 2 : -2);
            labels[i] = random.nextDouble() < p ? 1 : 0;
        }
        return new Examples(rows, labels);
    }

    private static Network trained(Family family) {
        return family.trainer().apply(family.strengths()[0]).train(both());
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void tellsTroubleFromNone(Family family) {
        Network network = trained(family);
        assertTrue(network.probability(new float[] {1, 1, 0.5f}) > 0.6);
        assertTrue(network.probability(new float[] {0, 0, 0.5f}) < 0.4);
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void isNeverCalmedByMoreTrouble(Family family) {
        Network network = trained(family);
        SplittableRandom random = new SplittableRandom(6);
        for (int n = 0; n < 500; n++) {
            float[] less = {(float) random.nextDouble(), (float) random.nextDouble(), (float) random.nextDouble()};
            float[] more = less.clone();
            more[random.nextInt(3)] += (float) random.nextDouble();
            assertTrue(network.logOdds(more) >= network.logOdds(less) - 1e-9, family.plain());
        }
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void givesTheSameBytesTwice(Family family) {
        assertArrayEquals(OnnxExport.toBytes(trained(family), Map.of()), OnnxExport.toBytes(trained(family), Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void refusesToLearnFromOneClass(Family family) {
        Examples calm = new Examples(new double[][] {{0, 0}, {1, 0}}, new double[] {0, 0});
        Trainer trainer = family.trainer().apply(1);
        String told = String.valueOf(
                assertThrows(TrainingException.class, () -> trainer.train(calm)).getMessage());
        assertTrue(told.contains("both classes are needed"), told);
    }
}
