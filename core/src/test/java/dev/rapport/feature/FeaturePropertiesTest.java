package dev.rapport.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.Frame;
import dev.rapport.frame.Messages;
import dev.rapport.frame.Signal;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What holds for every visit, however absurd. */
class FeaturePropertiesTest {
    private static float[] vector(List<Frame> frames) {
        Window window = new Window();
        Baseline baseline = new Baseline();
        for (Frame frame : frames) {
            window.add(frame);
            baseline.learn(frame);
        }
        return FeatureVector.of(window, baseline);
    }

    @Property(tries = 150)
    void everyFeatureIsFiniteAndInRange(@ForAll("visits") List<Frame> frames) {
        float[] v = vector(frames);
        assertEquals(Feature.COUNT, v.length);
        for (Feature feature : Feature.values()) {
            float x = v[feature.ordinal()];
            assertTrue(x >= -1 && x <= 1, feature + " is " + x);
        }
    }

    @Property(tries = 60)
    void framesOfOneSecondGiveTheSameInAnyOrder(@ForAll("moments") List<Frame> frames, @ForAll long seed) {
        List<Frame> sameSecond = frames.stream().map(f -> at(f, 7)).toList();
        List<Frame> shuffled = new ArrayList<>(sameSecond);
        Collections.shuffle(shuffled, new Random(seed));
        Window one = new Window();
        Window other = new Window();
        sameSecond.forEach(one::add);
        shuffled.forEach(other::add);
        for (SummaryField field : SummaryField.values()) {
            assertEquals(one.sum(field), other.sum(field), field.word());
        }
    }

    @Property(tries = 60)
    void theWindowHoldsItsLastThirtySecondsAndNothingElse(@ForAll("visits") List<Frame> frames) {
        Window window = new Window();
        frames.forEach(window::add);
        for (SummaryField field : SummaryField.values()) {
            long[] seconds = new long[Window.SECONDS];
            frames.stream()
                    .filter(f -> f.second() > window.now() - Window.SECONDS)
                    .forEach(f ->
                            seconds[f.second() % Window.SECONDS] += f.summary().get(field));
            long expected = 0;
            for (long sum : seconds) {
                expected += Math.min(Character.MAX_VALUE, sum);
            }
            assertEquals(expected, window.sum(field), field.word());
        }
    }

    /** A visitor who does all at another pace has the same deviations: slowness as such is nothing. */
    @Property(tries = 60)
    void multiplyingAllTimesChangesNoDeviation(@ForAll @DoubleRange(min = 0.5, max = 5) double factor) {
        List<Frame> paced = new ArrayList<>();
        List<Frame> slow = new ArrayList<>();
        for (int t = 0; t < 60; t++) {
            int gap = 150 + (t * 37) % 60 + (t > 50 ? 120 : 0);
            paced.add(typing(t, gap));
            slow.add(typing(t, (int) Math.round(gap * factor)));
        }
        int rhythm = Feature.TYPING_RHYTHM.ordinal();
        assertEquals(vector(paced)[rhythm], vector(slow)[rhythm], 0.01);
    }

    private static Frame typing(int second, int gap) {
        int[] s = new int[SummaryField.COUNT];
        s[SummaryField.ACTIVE_MS.ordinal()] = 900;
        s[SummaryField.KEYS.ordinal()] = 5;
        s[SummaryField.KEY_GAPS.ordinal()] = 4;
        s[SummaryField.KEY_GAP_MS.ordinal()] = 4 * gap;
        return new Frame(second + 1L, second, "/", Frame.VISIBLE, Summary.of(s), List.of(), List.of());
    }

    private static Frame at(Frame f, int second) {
        return new Frame(f.sequence(), second, f.page(), f.state(), f.summary(), f.signals(), f.events());
    }

    @Provide
    Arbitrary<List<Frame>> moments() {
        Arbitrary<List<Signal>> signals = Messages.signals().list().ofMaxSize(4);
        return Combinators.combine(Arbitraries.integers().between(0, 90), Messages.summaries(), signals)
                .as((second, summary, some) ->
                        new Frame(second + 1L, second, "/", Frame.VISIBLE, summary, some, List.of()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Frame>> visits() {
        return moments()
                .map(frames -> frames.stream()
                        .sorted(Comparator.comparingInt(Frame::second))
                        .toList());
    }
}
