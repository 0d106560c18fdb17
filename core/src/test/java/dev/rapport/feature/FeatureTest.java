package dev.rapport.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.Frame;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.SummaryField;
import dev.rapport.pipeline.Frames;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureTest {
    private final Window window = new Window();
    private final Baseline baseline = new Baseline();

    private float now(Feature feature) {
        return FeatureVector.of(window, baseline)[feature.ordinal()];
    }

    private void see(Frame frame) {
        window.add(frame);
        baseline.learn(frame);
    }

    @Test
    void anEmptyWindowIsAllZero() {
        assertEquals(0, sum());
    }

    private double sum() {
        double sum = 0;
        for (float x : FeatureVector.of(window, baseline)) {
            sum += Math.abs(x);
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(SignalKind.class)
    void everyKindOfSignalRaisesSomething(SignalKind kind) {
        see(Frames.at(3).signal(kind, "").frame());
        assertTrue(sum() > 0.1, kind + " raises " + sum());
    }

    @Test
    void aSignalCountsHalfAfterEightSeconds() {
        see(Frames.at(0).signal(SignalKind.THRASH, "").frame());
        double fresh = -Math.log1p(-now(Feature.THRASH));
        see(Frames.at(8).frame());
        assertEquals(fresh / 2, -Math.log1p(-now(Feature.THRASH)), 1e-6);
    }

    @Test
    void aSignalIsForgottenAfterTheWindow() {
        see(Frames.at(0).signal(SignalKind.THRASH, "").frame());
        see(Frames.at(Window.SECONDS).frame());
        assertEquals(0, now(Feature.THRASH));
    }

    @Test
    void aHundredSignalsStayWithinOne() {
        for (int i = 0; i < 100; i++) {
            see(Frames.at(i + 1, 5).signal(SignalKind.RAGE_CLICK, "#a").frame());
        }
        assertTrue(now(Feature.RAGE) <= 1);
    }

    @Test
    void troubleWithOneElementOnceIsNoRepeat() {
        see(Frames.at(1).signal(SignalKind.DEAD_CLICK, "#a").frame());
        assertEquals(0, now(Feature.SAME_ELEMENT));
    }

    @Test
    void troubleWithOneElementAgainIsARepeat() {
        see(Frames.at(1)
                .signal(SignalKind.DEAD_CLICK, "#a")
                .signal(SignalKind.DEAD_CLICK, "#a")
                .frame());
        assertTrue(now(Feature.SAME_ELEMENT) > 0.3);
    }

    @Test
    void keyboardWorkAloneRaisesNothing() {
        for (int t = 0; t < 40; t++) {
            see(Frames.at(t)
                    .active()
                    .with(SummaryField.TAB_KEYS, 3)
                    .with(SummaryField.FOCUS_CHANGES, 3)
                    .with(SummaryField.KEYS, 4)
                    .with(SummaryField.INPUTS, 4)
                    .frame());
        }
        assertEquals(0, sum());
    }

    @Test
    void slowTypingThatIsUsualForTheVisitorRaisesNothing() {
        for (int t = 0; t < 60; t++) {
            see(Frames.at(t)
                    .active()
                    .with(SummaryField.KEYS, 1)
                    .with(SummaryField.INPUTS, 1)
                    .with(SummaryField.KEY_GAPS, 1)
                    .with(SummaryField.KEY_GAP_MS, 1900)
                    .frame());
        }
        assertEquals(0, sum(), 1e-6);
    }

    @Test
    void manyCorrectionsOfAVisitorNobodyKnowsYetRaiseNothing() {
        see(Frames.at(1)
                .active()
                .with(SummaryField.KEYS, 15)
                .with(SummaryField.CORRECTIONS, 10)
                .with(SummaryField.INPUTS, 15)
                .frame());
        assertEquals(0, now(Feature.CORRECTIONS));
    }

    @Test
    void everyFeatureHasWordsForPeople() {
        assertTrue(Stream.of(Feature.values()).map(Feature::plain).allMatch(p -> p.length() > 8 && p.length() < 80));
    }

    @Test
    void theSchemaHashIsASha256() {
        assertTrue(Feature.schemaHash().matches("[0-9a-f]{64}"));
    }
}
