package dev.rapport.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** When the monitor speaks. */
class DriftTest {
    private static ScoreCounts counts(long seed, int seconds, double troubled) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> bins = new ArrayList<>(Collections.nCopies(ScoreCounts.BINS, 0L));
        long rage = 0;
        for (int i = 0; i < seconds; i++) {
            boolean trouble = random.nextDouble() < troubled;
            int bin = ScoreCounts.bin(trouble ? 0.5 + random.nextDouble() / 2 : random.nextDouble() / 4);
            bins.set(bin, bins.get(bin) + 1);
            rage += trouble ? 1 : 0;
        }
        return new ScoreCounts(bins, Map.of("RAGE", rage));
    }

    @Test
    void theSameTrafficIsSteady() {
        for (int seed = 1; seed < 50; seed++) {
            for (Drift drift : Drift.of(counts(seed, 5000, 0.05), counts(-seed, 5000, 0.05))) {
                assertEquals(Drift.Level.STEADY, drift.level(), drift.toString());
            }
        }
    }

    @Test
    void aModelThatCriesSixTimesAsOftenIsAnAlarm() {
        List<Drift> drifts = Drift.of(counts(1, 5000, 0.3), counts(2, 5000, 0.05));
        assertEquals(Drift.SCORE, drifts.getFirst().measure());
        assertEquals(Drift.Level.SHIFTED, drifts.getFirst().level());
        assertEquals(new Drift("RAGE", drifts.get(1).psi()), drifts.get(1));
        assertEquals(Drift.Level.SHIFTED, drifts.get(1).level());
    }

    @Test
    void aReasonThatWasNeverSeenBeforeIsSeen() {
        ScoreCounts before = counts(2, 5000, 0.05);
        ScoreCounts now = new ScoreCounts(
                before.bins(), Map.of("RAGE", before.reasons().getOrDefault("RAGE", 0L), "SLOW", 2000L));
        assertEquals("SLOW", Drift.of(now, before).get(1).measure());
        assertEquals(Drift.Level.SHIFTED, Drift.of(now, before).get(1).level());
    }

    @Test
    void fewSecondsSayNothing() {
        assertEquals(List.of(), Drift.of(counts(1, 999, 0.3), counts(2, 5000, 0.05)));
        assertEquals(List.of(), Drift.of(counts(1, 5000, 0.3), counts(2, 999, 0.05)));
    }

    @Test
    void aReferenceTravelsAsOneLine() {
        Reference reference = Reference.of(counts(4, 3000, 0.1));
        Reference read = Reference.read(reference.text());
        assertEquals(reference.text(), read.text());
        assertTrue(reference.text().indexOf('\n') < 0);
        assertEquals(0.1, read.reasons().getOrDefault("RAGE", 0.0), 0.03);
    }

    @Test
    void theShareAboveAThresholdIsThatOfTheBinsAboveIt() {
        List<Long> bins = new ArrayList<>(Collections.nCopies(ScoreCounts.BINS, 1L));
        ScoreCounts counts = new ScoreCounts(bins, Map.of());
        assertEquals(0.15, counts.above(0.85), 1e-12);
        assertEquals(0.5, counts.above(0.5), 1e-12);
    }
}
