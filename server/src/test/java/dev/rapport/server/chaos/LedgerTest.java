package dev.rapport.server.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The judge of the chaos finds what is lost, invented and counted twice. */
class LedgerTest {
    private final Ledger ledger = new Ledger();

    @BeforeEach
    void tenSentEightAcknowledged() {
        ledger.begun("visit", 1);
        ledger.sent("visit", 10);
        ledger.acknowledged("visit", 8);
    }

    private Ledger.Held against(long frames, long[]... stretches) {
        return ledger.against(new Postgres.Counted(frames, Map.of("visit", List.of(stretches))));
    }

    @Test
    void everythingOnce() {
        assertEquals(new Ledger.Held(8, 0, 0), against(9, new long[] {1, 9}));
    }

    @Test
    void aHoleIsALoss() {
        assertEquals(new Ledger.Held(8, 2, 0), against(7, new long[] {1, 3}, new long[] {6, 9}));
    }

    @Test
    void aMissingVisitIsALoss() {
        assertEquals(new Ledger.Held(8, 8, 0), ledger.against(new Postgres.Counted(0, Map.of())));
    }

    @Test
    void reportsThatCountMoreThanTheLedgerCountTwice() {
        assertEquals(new Ledger.Held(8, 0, 3), against(12, new long[] {1, 9}));
    }

    @Test
    void aFrameThatNobodySentIsCounted() {
        assertEquals(new Ledger.Held(8, 0, 2), against(12, new long[] {1, 12}));
    }

    @Test
    void aVisitThatGoesOnUnderAnotherNameBeginsThere() {
        ledger.begun("later", 9);
        ledger.sent("later", 12);
        ledger.acknowledged("later", 11);

        assertEquals(
                new Ledger.Held(11, 0, 0),
                ledger.against(new Postgres.Counted(
                        12, Map.of("visit", List.of(new long[] {1, 8}), "later", List.of(new long[] {9, 12})))));
    }
}
