package dev.rapport.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.evidence.Sense;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a site's answers change what a score means. */
class TrialTest {
    private static Verdict.Answer answer(List<Label> labels) {
        return Trial.of(labels, Adjustment.NONE, 1).verdict().answer();
    }

    @Test
    void noiseIsAlmostNeverAccepted() {
        int accepted = 0;
        for (int seed = 0; seed < 200; seed++) {
            accepted +=
                    answer(MadeUpLabels.of(60 + 7 * (seed % 20), seed, said -> 0.4)) == Verdict.Answer.ACCEPTED ? 1 : 0;
        }
        assertTrue(accepted <= 6, accepted + " of 200 calibrations from noise were accepted; at most 1 % are promised");
    }

    @Test
    void aScoreThatIsRightAsItIsStaysAsItIs() {
        int accepted = 0;
        for (int seed = 0; seed < 60; seed++) {
            accepted += answer(MadeUpLabels.of(300, seed, said -> said)) == Verdict.Answer.ACCEPTED ? 1 : 0;
        }
        assertTrue(accepted <= 8, accepted + " of 60 needless calibrations were accepted; about 5 % are promised");
    }

    @Test
    void anOverconfidentScoreIsMended() {
        Trial trial = Trial.of(MadeUpLabels.of(300, 3, said -> 0.1 + 0.4 * said), Adjustment.NONE, 1);
        assertEquals(Verdict.Answer.ACCEPTED, trial.verdict().answer());
        assertTrue(trial.verdict().candidateLoss() < trial.verdict().incumbentLoss());
        Platt platt = assertInstanceOf(Platt.class, trial.candidate().calibration());
        assertTrue(platt.slope() < 0.7, "slope " + platt.slope());
    }

    @Test
    void whatIsAcceptedOnceIsNotAcceptedAgain() {
        List<Label> labels = MadeUpLabels.of(300, 3, said -> 0.1 + 0.4 * said);
        Adjustment first = Trial.of(labels, Adjustment.NONE, 1).candidate();
        assertEquals(
                Verdict.Answer.NO_GAIN, Trial.of(labels, first, 2).verdict().answer());
    }

    @Test
    void manyAnswersMayBendTheCalibrationAnyRisingWay() {
        Trial trial = Trial.of(MadeUpLabels.of(900, 5, said -> said < 0.5 ? 0.15 : 0.6), Adjustment.NONE, 1);
        assertEquals(Verdict.Answer.ACCEPTED, trial.verdict().answer());
        Calibration calibration = trial.candidate().calibration();
        assertInstanceOf(Calibration.Isotonic.class, calibration);
        for (double z = -12; z < 12; z += 0.05) {
            assertTrue(calibration.logOdds(z + 0.05) >= calibration.logOdds(z), "falls at " + z);
        }
    }

    @Test
    void aSenseThatTellsWeighsMoreAndOneThatMisleadsLess() {
        assertEquals(2, Fitter.fit(MadeUpLabels.voiced(1200, 1, 0.3), 1).weight(Sense.VOICE));
        List<Label> misled = new ArrayList<>();
        for (Label label : MadeUpLabels.voiced(1200, 2, 0.3)) {
            misled.add(new Label(label.unit(), label.day(), !label.struggling(), 1 - label.friction(), label.senses()));
        }
        assertEquals(0, Fitter.fit(misled, 1).weight(Sense.VOICE));
    }

    @Test
    void tooLittleIsSaidSo() {
        List<Label> labels = MadeUpLabels.of(300, 1, said -> said);
        assertEquals(Verdict.Answer.TOO_FEW_ANSWERS, answer(labels.subList(0, 39)));
        assertEquals(Verdict.Answer.TOO_FEW_ANSWERS, answer(List.of()));
        assertEquals(
                Verdict.Answer.TOO_FEW_VISITORS,
                answer(labels.stream()
                        .map(l -> new Label("one", l.day(), l.struggling(), l.friction(), l.senses()))
                        .toList()));
        assertEquals(
                Verdict.Answer.ONE_SIDED,
                answer(labels.stream()
                        .map(l -> new Label(l.unit(), l.day(), true, l.friction(), l.senses()))
                        .toList()));
    }

    @Test
    void theSameAnswersGiveTheSameVerdict() {
        List<Label> labels = MadeUpLabels.of(200, 9, said -> 0.2 + 0.5 * said);
        Trial once = Trial.of(labels, Adjustment.NONE, 1);
        Trial again = Trial.of(labels, Adjustment.NONE, 1);
        assertEquals(once.verdict(), again.verdict());
        assertEquals(once.candidate(), again.candidate());
        assertEquals(
                once.verdict().answer(),
                Trial.of(labels.reversed(), Adjustment.NONE, 1).verdict().answer());
    }
}
