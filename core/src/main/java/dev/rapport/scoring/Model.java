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

    /** Is given predictions one after another. */
    @FunctionalInterface
    interface Reader {
        /**
         * One prediction.
         *
         * @param index of its vector among those asked about
         * @param probability 0 to 1
         * @param contributions the model's own array, which it writes over after this call
         * @param from where this vector's contributions begin in it
         */
        void read(int index, double probability, float[] contributions, int from);
    }

    /** As {@link #predict(List)} for a caller that keeps nothing of it; models that can say it without making objects override it. */
    default void predict(List<float[]> vectors, Reader reader) {
        List<Prediction> predictions = predict(vectors);
        for (int i = 0; i < predictions.size(); i++) {
            Prediction prediction = predictions.get(i);
            reader.read(i, prediction.probability(), prediction.contributions(), 0);
        }
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
