package dev.rapport.models;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.evidence.Fusion;
import dev.rapport.feature.Feature;
import dev.rapport.scoring.LogOdds;
import org.junit.jupiter.api.Test;

/** The cap on senses, against the model that ships. */
class SensesAloneTest {
    @Test
    void sensesAloneReachNeitherTheShippedThresholdNorTheMiddle() {
        try (OnnxModel model = OnnxModel.bundled()) {
            double calm = model.predict(new float[Feature.COUNT]).probability();
            double worst = LogOdds.probability(LogOdds.of(calm) + Fusion.MOST);
            double threshold = Double.parseDouble(model.provenance("rapport.threshold", "none"));
            assertTrue(worst < threshold && worst < 0.5, "a calm page reaches " + worst + " by senses alone");
        }
    }

    @Test
    void theModelSaysHowItScoredCalmSeconds() {
        try (OnnxModel model = OnnxModel.bundled()) {
            double sum = model.reference().orElseThrow().scores().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertTrue(Math.abs(sum - 1) < 1e-3, "shares sum to " + sum);
        }
    }
}
