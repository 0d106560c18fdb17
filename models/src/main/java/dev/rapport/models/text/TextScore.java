package dev.rapport.models.text;

import java.util.Map;

/** What a text sounds like, or that it is too short to say. */
public sealed interface TextScore {
    /** Fewer than {@link TextModel#FEWEST_WORDS} words, or none that the model knows. */
    record Unknown() implements TextScore {}

    /**
     * An estimate.
     *
     * @param probabilities of each label, 0 to 1; they need not sum to 1
     * @param certainty how much known text stands behind it, 0 to 1: {@code known / (known + 30)} pieces
     */
    record Known(Map<TextLabel, Double> probabilities, double certainty) implements TextScore {
        public Known {
            probabilities = Map.copyOf(probabilities);
        }
    }
}
