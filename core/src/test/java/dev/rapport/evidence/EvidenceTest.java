package dev.rapport.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.feature.Feature;
import dev.rapport.feature.Window;
import dev.rapport.frame.SummaryField;
import dev.rapport.pipeline.Frames;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each sense says, by its formula. */
class EvidenceTest {
    private static Evidence of(Sense sense, Map<SummaryField, Integer> numbers) {
        Window window = new Window();
        for (int t = 0; t < 20; t++) {
            Frames frame = Frames.at(t).active();
            numbers.forEach(frame::with);
            window.add(frame.frame());
        }
        return Evidence.of(sense, window).orElseThrow();
    }

    @Test
    void aTextThatSoundsLikeAnyOtherSaysNothing() {
        Evidence usual = of(Sense.TEXT, Map.of(SummaryField.TEXTS, 1, SummaryField.TEXT_FRUSTRATION, 113));
        assertEquals(0, usual.logOdds(), 0.01);
    }

    @Test
    void aTroubledTextCountsWhatIsLeftOfItsLogOddsElsewhere() {
        // ln(0.6 / 0.4) - ln(0.113 / 0.887) = 2.466; times 0.38
        Evidence troubled = of(Sense.TEXT, Map.of(SummaryField.TEXTS, 1, SummaryField.TEXT_FRUSTRATION, 600));
        assertEquals(0.937, troubled.logOdds(), 0.001);
        assertTrue(troubled.certainty() > 0.9, "certainty " + troubled.certainty());
    }

    @Test
    void aPulseTwoSpreadsAboveItsUsualIsCappedAndOneAtItsUsualSaysNothing() {
        assertEquals(
                0.5,
                of(Sense.HEART, Map.of(SummaryField.HEART_SAMPLES, 1, SummaryField.HEART_RATE_UP, 200))
                        .logOdds());
        assertEquals(
                0.1,
                of(Sense.HEART, Map.of(SummaryField.HEART_SAMPLES, 1, SummaryField.HEART_RATE_UP, 50))
                        .logOdds(),
                1e-9);
        assertEquals(0, of(Sense.HEART, Map.of(SummaryField.HEART_SAMPLES, 1)).logOdds());
    }

    @Test
    void guessesStayBelowTheirCapsHoweverFarTheReadings() {
        assertTrue(of(Sense.FACE, Map.of(SummaryField.FACE_SAMPLES, 1, SummaryField.FACE_BROW_DOWN, 600))
                        .logOdds()
                < 0.3);
        assertTrue(of(Sense.VOICE, Map.of(SummaryField.VOICE_SAMPLES, 1, SummaryField.VOICE_LEVEL_UP, 600))
                        .logOdds()
                < 0.3);
        assertTrue(of(Sense.BODY, Map.of(SummaryField.BODY_SAMPLES, 1, SummaryField.BODY_ENERGY_UP, 600))
                        .logOdds()
                < 0.2);
    }

    @Test
    void ordinaryRestlessnessSaysNothing() {
        assertEquals(
                0,
                of(
                                Sense.FACE,
                                Map.of(
                                        SummaryField.FACE_SAMPLES,
                                        1,
                                        SummaryField.FACE_BROW_DOWN,
                                        80,
                                        SummaryField.FACE_BROW_UP,
                                        40))
                        .logOdds());
    }

    @Test
    void oneSecondIsLessCertainThanTwenty() {
        Window window = new Window();
        window.add(Frames.at(0).with(SummaryField.HEART_SAMPLES, 1).frame());
        assertEquals(0.2, Evidence.of(Sense.HEART, window).orElseThrow().certainty(), 1e-9);
        assertTrue(of(Sense.HEART, Map.of(SummaryField.HEART_SAMPLES, 1)).certainty() > 0.7);
    }

    @Test
    void noSenseHasTheNameOfAFeature() {
        Set<String> names = new HashSet<>();
        for (Feature feature : Feature.values()) {
            names.add(feature.name());
        }
        for (Sense sense : Sense.values()) {
            assertTrue(names.add(sense.name()), sense.name());
        }
    }
}
