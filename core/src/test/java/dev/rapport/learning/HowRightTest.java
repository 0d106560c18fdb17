package dev.rapport.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HowRightTest {
    @Test
    void aScoreThatIsRightIsSeenToBe() {
        HowRight right = HowRight.of(MadeUpLabels.of(2000, 4, said -> said), Adjustment.NONE);
        assertEquals(2000, right.labels());
        assertEquals(2000, right.bins().stream().mapToInt(HowRight.Bin::labels).sum());
        assertTrue(right.calibrationError() < 0.04, "calibration error " + right.calibrationError());
        assertTrue(right.auc() > 0.85 && right.aucLow() < right.auc() && right.auc() < right.aucHigh());
    }

    @Test
    void noiseHasAnAucThatMayBeACoin() {
        HowRight noise = HowRight.of(MadeUpLabels.of(400, 4, said -> 0.5), Adjustment.NONE);
        assertTrue(noise.aucLow() < 0.5 && noise.aucHigh() > 0.5, noise.toString());
    }

    @Test
    void withoutAnswersThereAreNoNumbers() {
        HowRight nothing = HowRight.of(List.of(), Adjustment.NONE);
        assertTrue(Double.isNaN(nothing.auc()) && Double.isNaN(nothing.aucLow()));
        assertTrue(Double.isNaN(nothing.calibrationError()));
    }
}
