package dev.rapport.scoring;

import java.util.List;

/**
 * Turns a feature vector into the probability that the visitor is struggling now. Implementations are thread-safe and
 * never block; they are given finite numbers only.
 */
@FunctionalInterface
public interface Model {
    /**
     * Scores one vector.
     *
     * @param features {@code Feature.COUNT} finite numbers in enum order
     * @return probability and what each feature contributed to it
     */
    Prediction predict(float[] features);

    /**
     * Scores vectors of different visits at once; as {@link #predict} of each, in their order. Models that can do many for little
     * more than one override it.
     */
    default List<Prediction> predict(List<float[]> vectors) {
        return vectors.stream().map(this::predict).toList();
    }

    /**
     * What a model says of one vector.
     *
     * @param probability 0 to 1
     * @param contributions log-odds each feature added, same order as the features; they and the model's bias sum to the
     *     log-odds of {@code probability} for additive models
     */
    record Prediction(double probability, float[] contributions) {}
}
