package dev.rapport.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.rapport.feature.Feature;
import dev.rapport.feature.Window;
import dev.rapport.frame.SignalKind;
import dev.rapport.pipeline.Frames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {
    private final Window window = new Window();
    private final float[] features = new float[Feature.COUNT];

    private static Model always(double probability) {
        return f -> new Model.Prediction(probability, new float[Feature.COUNT]);
    }

    private void watch(int activeSeconds) {
        for (int t = 0; t < activeSeconds; t++) {
            window.add(Frames.at(t).active().frame());
        }
    }

    @Test
    void fourActiveSecondsAreTooFew() {
        watch(4);
        assertInstanceOf(Score.Unknown.class, new Scorer(always(0.9)).score(features, window));
    }

    @Test
    void fiveActiveSecondsAreEnough() {
        watch(5);
        assertEquals(new Score.Known(0.9, 5 / 15.0, List.of()), new Scorer(always(0.9)).score(features, window));
    }

    @Test
    void aSignalStandsForThreeActiveSeconds() {
        watch(2);
        window.add(Frames.at(2).signal(SignalKind.DEAD_CLICK, "#a").frame());
        assertEquals(new Score.Known(0.5, 5 / 15.0, List.of()), new Scorer(always(0.5)).score(features, window));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.001, 1.001, 1e308})
    void aModelThatGivesNoProbabilityLeavesItUnknown(double probability) {
        watch(9);
        assertInstanceOf(Score.Unknown.class, new Scorer(always(probability)).score(features, window));
    }

    @Test
    void aModelThatGivesNoNumberIsCounted() {
        watch(9);
        Scorer scorer = new Scorer(always(Double.NaN));
        scorer.score(features, window);
        assertEquals(1, scorer.failures());
    }

    @Test
    void aModelThatThrowsIsCounted() {
        watch(9);
        Scorer scorer = new Scorer(f -> {
            throw new IllegalStateException("broken");
        });
        scorer.score(features, window);
        assertEquals(1, scorer.failures());
    }

    @Test
    void theThreeLargestPositiveContributionsAreTheReasons() {
        watch(9);
        float[] contributions = new float[Feature.COUNT];
        contributions[Feature.RAGE.ordinal()] = 0.4f;
        contributions[Feature.DEAD.ordinal()] = 1.5f;
        contributions[Feature.ERROR.ordinal()] = -2f;
        contributions[Feature.FORM.ordinal()] = 0.6f;
        contributions[Feature.HOVER.ordinal()] = 0.5f;
        contributions[Feature.THRASH.ordinal()] = Float.NaN;
        Score score = new Scorer(f -> new Model.Prediction(0.8, contributions)).score(features, window);
        assertEquals(
                List.of(Feature.DEAD, Feature.FORM, Feature.HOVER),
                assertInstanceOf(Score.Known.class, score).reasons().stream()
                        .map(Score.Reason::cause)
                        .toList());
    }
}
