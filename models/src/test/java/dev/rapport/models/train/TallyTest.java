package dev.rapport.models.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.recording.Truth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TallyTest {
    /** A visit of 60 s with one struggle from 20 s to 30 s and a frame a second; alarmed at the given seconds. */
    private static Scored alarmedAt(int... seconds) {
        List<Moment> moments = new ArrayList<>();
        double[] p = new double[60];
        for (int i = 0; i < 60; i++) {
            moments.add(new Moment(i, new float[0], true, Moment.Label.CALM));
            p[i] = 0.1;
        }
        for (int second : seconds) {
            p[second] = 0.9;
        }
        RecordedVisit visit = new RecordedVisit(
                "v",
                1,
                "p",
                "page",
                "kind",
                "d",
                "struggling",
                "done",
                60,
                new byte[0],
                List.of(),
                List.of(new Truth(20, 30, "d", "dead", true)));
        return new Scored(new Replayed(visit, moments), p);
    }

    @Test
    void countsAStruggleAsFoundOnceWhenTheAlarmLasts() {
        Tally tally = Tally.of(alarmedAt(22, 23, 24), 0.5);
        assertEquals(new Tally(1, 1, 1, 0, 47, List.of(2.0)), tally);
    }

    @Test
    void countsAnAlarmBeforeTheStruggleAsFalse() {
        Tally tally = Tally.of(alarmedAt(5), 0.5);
        assertEquals(1, tally.falseAlarms());
        assertEquals(0, tally.found());
    }

    @Test
    void countsAnAlarmWithinTheGraceAsFound() {
        assertEquals(1, Tally.of(alarmedAt(33), 0.5).found());
    }

    @Test
    void countsTwoAlarmsWhenTheyLieApart() {
        Tally tally = Tally.of(alarmedAt(5, 6, 40), 0.5);
        assertEquals(2, tally.alarms());
        assertEquals(2, tally.falseAlarms());
    }

    @Test
    void countsNoNewAlarmWhenOneRunsOnAfterTheStruggle() {
        Tally tally = Tally.of(alarmedAt(28, 30, 33, 36, 39), 0.5);
        assertEquals(1, tally.alarms());
        assertEquals(0, tally.falseAlarms());
    }

    @Test
    void knowsNothingWhereThereWasTooLittleEvidence() {
        Scored scored = alarmedAt();
        scored.probabilities()[22] = Double.NaN;
        assertEquals(0, Tally.of(scored, 0.5).alarms());
    }

    @Test
    void countsSingleEventsAsAlarmsOfTheirOwn() {
        List<Truth> truths = List.of(new Truth(10, 20, "d", "dead", false));
        Tally tally = Tally.of(truths, 60, new double[] {2, 3, 12, 29, 45}, 10);
        assertEquals(4, tally.alarms());
        assertEquals(2, tally.falseAlarms());
        assertEquals(List.of(2.0), tally.delays());
        assertEquals(40, tally.calmSeconds(), 1e-9);
    }
}
