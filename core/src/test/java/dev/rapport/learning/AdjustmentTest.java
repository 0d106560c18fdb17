package dev.rapport.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rapport.evidence.Sense;
import dev.rapport.json.InvalidJsonException;
import dev.rapport.json.JsonPlace;
import dev.rapport.scoring.Score;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is learned can be kept, brought back and undone to the last bit. */
class AdjustmentTest {
    private static Adjustment readAgain(Adjustment adjustment) {
        return AdjustmentJson.read(
                JsonPlace.parse(AdjustmentJson.write(adjustment).toString()));
    }

    @Property(tries = 200)
    void rollingBackGivesEveryScoreAsItWas(
            @ForAll @IntRange(min = 40, max = 900) int labels,
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double p) {
        Adjustment before = Fitter.fit(MadeUpLabels.of(labels, seed, said -> 0.1 + 0.5 * said), 1);
        Adjustment kept = readAgain(before);
        Score score = new Score.Known(p, 0.7, List.of());
        assertEquals(before, kept);
        assertEquals(before.apply(score), kept.apply(score));
        assertSame(score, Adjustment.NONE.apply(score));
    }

    @Property(tries = 200)
    void aCalibrationNeverTurnsTheOrderOfTwoScores(
            @ForAll @IntRange(min = 40, max = 900) int labels,
            @ForAll long seed,
            @ForAll @DoubleRange(min = -15, max = 15) double one,
            @ForAll @DoubleRange(min = -15, max = 15) double other) {
        Calibration calibration =
                Fitter.fit(MadeUpLabels.of(labels, seed, said -> 1 - said), 1).calibration();
        assertEquals(
                Math.max(calibration.logOdds(one), calibration.logOdds(other)),
                calibration.logOdds(Math.max(one, other)));
    }

    @Test
    void theHighestScoreIsThatOfCertainTrouble() {
        assertEquals(1, Adjustment.NONE.highest(), 1e-8);
        Calibration half = new Calibration.Isotonic(List.of(-1.0, 2.0), List.of(0.1, 0.5));
        assertEquals(0.5, new Adjustment(1, half, Map.of()).highest(), 1e-12);
    }

    @Test
    void weightsAndUnknownScoresSurvive() {
        Adjustment adjustment = new Adjustment(3, new Platt(0.7, -0.2), Map.of(Sense.TEXT, 1.5, Sense.HEART, 0.0));
        assertEquals(adjustment, readAgain(adjustment));
        Score unknown = new Score.Unknown("too little has happened yet");
        assertSame(unknown, adjustment.apply(unknown));
    }

    @Test
    void nonsenseIsRefusedWithItsPlace() {
        String text = AdjustmentJson.write(new Adjustment(3, new Platt(0.7, -0.2), Map.of()))
                .toString();
        assertThrows(
                InvalidJsonException.class, () -> AdjustmentJson.read(JsonPlace.parse(text.replace("0.7", "-0.7"))));
        assertThrows(
                InvalidJsonException.class,
                () -> AdjustmentJson.read(JsonPlace.parse(text.replace("platt", "spline"))));
        assertThrows(IllegalArgumentException.class, () -> new Adjustment(1, new Platt(1, 0), Map.of(Sense.BODY, 9.0)));
        assertThrows(
                IllegalArgumentException.class, () -> new Calibration.Isotonic(List.of(0.0, 1.0), List.of(0.5, 0.4)));
    }
}
