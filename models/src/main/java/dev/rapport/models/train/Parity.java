package dev.rapport.models.train;

import dev.rapport.models.OnnxModel;
import dev.rapport.models.onnx.Network;
import dev.rapport.scoring.Model;
import java.io.IOException;
import java.util.List;

/**
 * Largest differences between the trainer's own arithmetic and ONNX Runtime on the same vectors.
 *
 * @param vectors compared
 * @param probability largest absolute difference
 * @param contribution largest absolute difference
 */
public record Parity(int vectors, double probability, double contribution) {
    /** The most that is accepted. */
    public static final double LIMIT = 1e-5;

    /** Compares on every moment of the visits. */
    public static Parity of(Network network, byte[] onnx, List<Replayed> visits) throws IOException {
        int vectors = 0;
        double probability = 0;
        double contribution = 0;
        try (OnnxModel model = OnnxModel.load(onnx, "the model just trained")) {
            for (Replayed visit : visits) {
                for (Moment moment : visit.moments()) {
                    Model.Prediction prediction = model.predict(moment.features());
                    probability = Math.max(
                            probability, Math.abs(prediction.probability() - network.probability(moment.features())));
                    double[] parts = network.contributions(moment.features());
                    for (int i = 0; i < parts.length; i++) {
                        contribution = Math.max(
                                contribution, Math.abs(parts[i] - prediction.contributions()[i]));
                    }
                    vectors++;
                }
            }
        }
        return new Parity(vectors, probability, contribution);
    }

    /** Whether both stay within {@link #LIMIT}. */
    public boolean holds() {
        return probability <= LIMIT && contribution <= LIMIT;
    }
}
