package dev.rapport.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.feature.Window;
import dev.rapport.frame.Channel;
import dev.rapport.frame.SummaryField;
import dev.rapport.pipeline.Frames;
import dev.rapport.scoring.Score;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** What senses may and may not do to a score. */
class FusionTest {
    private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);
    private static final SummaryField[] SENSED = java.util.Arrays.stream(SummaryField.values())
            .skip(SummaryField.LEAST)
            .toArray(SummaryField[]::new);

    private static Window heard(Map<SummaryField, Integer> numbers, int seconds) {
        Window window = new Window();
        for (int t = 0; t < seconds; t++) {
            Frames frame = Frames.at(t).active();
            numbers.forEach(frame::with);
            window.add(frame.frame());
        }
        return window;
    }

    private static Score.Known known(double probability) {
        return new Score.Known(probability, 0.8, List.of());
    }

    private static Score.Known fuse(double probability, Window window) {
        return assertInstanceOf(Score.Known.class, Fusion.fuse(known(probability), window, ALL, sense -> 1));
    }

    private static Map<SummaryField, Integer> worst() {
        Map<SummaryField, Integer> numbers = new EnumMap<>(SummaryField.class);
        for (SummaryField field : SENSED) {
            numbers.put(field, field.word().endsWith("Samples") || field == SummaryField.TEXTS ? 1 : 600);
        }
        numbers.put(SummaryField.TEXT_FRUSTRATION, 1000);
        numbers.put(SummaryField.TEXT_GRATITUDE, 0);
        for (SummaryField calm : List.of(
                SummaryField.FACE_BROW_UP,
                SummaryField.FACE_EYE_UP,
                SummaryField.VOICE_PITCH_DOWN,
                SummaryField.VOICE_SPREAD_DOWN,
                SummaryField.VOICE_LEVEL_DOWN,
                SummaryField.VOICE_RATE_DOWN,
                SummaryField.HEART_RATE_DOWN,
                SummaryField.HEART_VARIABILITY_UP,
                SummaryField.BODY_ENERGY_DOWN)) {
            numbers.put(calm, 0);
        }
        return numbers;
    }

    @Test
    void aVisitWithoutSensesKeepsItsVeryScore() {
        Window window = heard(Map.of(), 20);
        assertEquals(false, window.senses());
        Score score = known(0.3);
        assertSame(score, Fusion.fuse(score, window, ALL, sense -> 1));
    }

    @Test
    void aSenseThatFellSilentIsMissing() {
        Window window = heard(worst(), 10);
        for (int t = 10; t < 45; t++) {
            window.add(Frames.at(t).active().frame());
        }
        Score score = known(0.3);
        assertSame(score, Fusion.fuse(score, window, ALL, sense -> 1));
    }

    @Test
    void whatIsHeardCountsLessAsItAges() {
        Window fresh = heard(worst(), 10);
        Window old = heard(worst(), 10);
        for (int t = 10; t < 22; t++) {
            old.add(Frames.at(t).active().frame());
        }
        assertTrue(fuse(0.1, old).senses().getFirst().contribution()
                < fuse(0.1, fresh).senses().getFirst().contribution());
    }

    @Test
    void anUnknownScoreStaysUnknown() {
        Score unknown = new Score.Unknown("too little has happened yet");
        assertSame(unknown, Fusion.fuse(unknown, heard(worst(), 10), ALL, sense -> 1));
    }

    @Test
    void allSensesAtTheirWorstReachNoThresholdFromACalmPage() {
        Score.Known fused = fuse(0.1, heard(worst(), 30));
        assertTrue(fused.probability() > 0.3 && fused.probability() < 0.34, "probability " + fused.probability());
        assertTrue(fused.certainty() < 0.5, "they disagree with the page, certainty " + fused.certainty());
    }

    @Test
    void sensesThatAgreeWithTheFrictionRaiseIt() {
        Score.Known fused = fuse(0.8, heard(worst(), 30));
        assertTrue(fused.probability() > 0.94, "probability " + fused.probability());
        assertEquals(0.8, fused.friction());
        assertEquals(Sense.TEXT, fused.reasons().getFirst().cause());
    }

    @Test
    void aChannelThatIsNotGrantedIsNotHeard() {
        Score score = known(0.3);
        assertSame(
                score,
                Fusion.fuse(score, heard(worst(), 30), EnumSet.of(Channel.FRICTION, Channel.POINTER), sense -> 1));
    }

    @Test
    void thanksInTheMidstOfTroubleLeaveTheScoreButNotItsCertainty() {
        Score.Known fused = fuse(0.9, heard(Map.of(SummaryField.TEXTS, 1, SummaryField.TEXT_GRATITUDE, 990), 3));
        assertEquals(0.9, fused.probability());
        assertTrue(fused.certainty() < 0.8, "certainty " + fused.certainty());
    }

    @Test
    void aSiteCanLearnThatASenseSaysNothing() {
        Window window = heard(worst(), 30);
        Score.Known fused = assertInstanceOf(Score.Known.class, Fusion.fuse(known(0.3), window, ALL, sense -> 0));
        assertEquals(0.3, fused.probability());
        assertEquals(List.of(), fused.reasons());
    }

    @Property(tries = 300)
    void noSenseEverLowersAProbability(
            @ForAll("readings") Map<SummaryField, Integer> readings, @ForAll @DoubleRange(min = 0, max = 1) double p) {
        assertTrue(fuse(p, heard(readings, 12)).probability() >= p);
    }

    @Property(tries = 300)
    void aSmileChangesNothing(
            @ForAll("readings") Map<SummaryField, Integer> readings, @ForAll @DoubleRange(min = 0, max = 1) double p) {
        Map<SummaryField, Integer> straight = new EnumMap<>(readings);
        straight.put(SummaryField.FACE_MOUTH_UP, 0);
        Map<SummaryField, Integer> smiling = new EnumMap<>(readings);
        smiling.put(SummaryField.FACE_MOUTH_UP, 600);
        assertEquals(fuse(p, heard(straight, 12)), fuse(p, heard(smiling, 12)));
    }

    @Property(tries = 200)
    void sensesTogetherAddAtMostTheirCap(@ForAll("readings") Map<SummaryField, Integer> readings) {
        Score.Known fused =
                assertInstanceOf(Score.Known.class, Fusion.fuse(known(0.5), heard(readings, 12), ALL, sense -> 2));
        assertTrue(fused.probability() <= 1 / (1 + Math.exp(-Fusion.MOST)) + 1e-12);
    }

    @Property(tries = 300)
    void whoLacksASenseIsNeverScoredWorse(
            @ForAll("readings") Map<SummaryField, Integer> readings,
            @ForAll("channels") Set<Channel> had,
            @ForAll @DoubleRange(min = 0, max = 1) double p) {
        Map<SummaryField, Integer> fewer = new EnumMap<>(readings);
        fewer.keySet().removeIf(field -> !had.contains(field.channel()));
        Score without = Fusion.fuse(known(p), heard(fewer, 12), ALL, sense -> 1);
        assertTrue(((Score.Known) without).probability()
                <= fuse(p, heard(readings, 12)).probability());
    }

    @Property(tries = 300)
    void aMissingSenseAndOneThatIsNotGrantedAreTheSame(
            @ForAll("readings") Map<SummaryField, Integer> readings,
            @ForAll("channels") Set<Channel> had,
            @ForAll @DoubleRange(min = 0, max = 1) double p) {
        Map<SummaryField, Integer> fewer = new EnumMap<>(readings);
        fewer.keySet().removeIf(field -> !had.contains(field.channel()));
        assertEquals(
                Fusion.fuse(known(p), heard(fewer, 12), ALL, sense -> 1),
                Fusion.fuse(known(p), heard(readings, 12), had, sense -> 1));
    }

    @Property(tries = 300)
    void theCalmerThePageTheLessCertainWhatSensesRaise(
            @ForAll("readings") Map<SummaryField, Integer> readings,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double calm,
            @ForAll @DoubleRange(min = 0.01, max = 0.49) double more) {
        Map<SummaryField, Integer> troubled = new EnumMap<>(readings);
        troubled.put(SummaryField.TEXTS, 1);
        troubled.put(SummaryField.TEXT_FRUSTRATION, 900);
        troubled.put(SummaryField.TEXT_GRATITUDE, 0);
        Window window = heard(troubled, 12);
        double apart = fuse(calm, window).certainty();
        double agreed = fuse(calm + more, window).certainty();
        assertTrue(apart < agreed && agreed < 0.8, apart + " where they disagree, " + agreed + " where less so");
    }

    @Property(tries = 300)
    void theMoreTroubleThePageGaveTheLessCertainThanksMakeIt(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double calm,
            @ForAll @DoubleRange(min = 0.01, max = 0.49) double more) {
        Window window = heard(Map.of(SummaryField.TEXTS, 1, SummaryField.TEXT_GRATITUDE, 990), 3);
        assertTrue(fuse(calm + more, window).certainty() < fuse(calm, window).certainty());
    }

    @Property(tries = 200)
    void whatIsHeardOnlyEverCountsLessAsItAges(
            @ForAll("readings") Map<SummaryField, Integer> readings,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        Window window = heard(readings, 12);
        double before = fuse(p, window).probability();
        for (int t = 12; t < 12 + Window.SECONDS; t++) {
            window.add(Frames.at(t).active().frame());
            double now = fuse(p, window).probability();
            assertTrue(now <= before + 1e-12, now + " after " + before + " at second " + t);
            before = now;
        }
        Score score = known(p);
        assertSame(score, Fusion.fuse(score, window, ALL, sense -> 1), "heard after it left the window");
    }

    @Provide
    Arbitrary<Set<Channel>> channels() {
        return Arbitraries.of(Channel.class).set();
    }

    @Provide
    Arbitrary<Map<SummaryField, Integer>> readings() {
        return Arbitraries.maps(Arbitraries.of(SENSED), Arbitraries.integers().between(0, 1000))
                .ofMinSize(1)
                .map(numbers -> {
                    Map<SummaryField, Integer> all = new EnumMap<>(numbers);
                    all.put(SummaryField.FACE_SAMPLES, 1);
                    return all;
                });
    }
}
