package dev.rapport.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.frame.EventKind;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pipeline.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every outcome store must do about writing: what counts, once, in any batches. {@link ReportsContract} is its other
 * half. Subclass both and give an empty store for each test.
 */
public abstract class OutcomeStoreContract {
    /** The two sides of one empty store. */
    protected abstract Opened open() throws Exception;

    /**
     * One store.
     *
     * @param outcomes its writing side
     * @param reports its reading side
     */
    public record Opened(OutcomeStore outcomes, Reports reports) {}

    @Test
    void anEntryAppliedTwiceCountsOnce() throws Exception {
        Opened store = open();
        List<JournalEntry> visit = Script.of("a").scored(0.2).scored(0.9).entries();

        assertEquals(2, store.outcomes().apply(visit));
        assertEquals(0, store.outcomes().apply(visit));
        assertEquals(
                1,
                store.outcomes()
                        .apply(List.of(
                                visit.get(0),
                                Script.of("b").scored(0.1).entries().get(0))));

        assertEquals(3, ReportsContract.totals(store).frames());
    }

    @Test
    void anEntryTwiceInOneBatchCountsOnce() throws Exception {
        Opened store = open();
        JournalEntry entry = Script.of("a").scored(0.2).entries().get(0);

        assertEquals(1, store.outcomes().apply(List.of(entry, entry)));

        assertEquals(1, ReportsContract.totals(store).frames());
    }

    @Test
    void anEmptyBatchIsFine() throws Exception {
        assertEquals(0, open().outcomes().apply(List.of()));
    }

    @Test
    void refusedAndDuplicateFramesAreNotCounted() throws Exception {
        Opened store = open();
        List<JournalEntry> visit = Script.of("a")
                .add(new Outcome.Refused(Outcome.Refusal.RATE), List.of())
                .add(new Outcome.Duplicate(), List.of())
                .entries();

        assertEquals(0, store.outcomes().apply(visit));
        assertEquals(0, ReportsContract.totals(store).frames());

        assertEquals(1, store.outcomes().apply(Script.of("a").scored(0.5).entries()));
    }

    @Test
    void aUnitIsExposedOnceHoweverOftenAndInHoweverManyVisits() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(visit("s1", "ann")
                        .shown("test", "b", "help")
                        .shown("test", "b", "help")
                        .entries());
        store.outcomes().apply(visit("s2", "ann").shown("test", "b", "help").entries());
        store.outcomes()
                .apply(visit("s3", "bob").heldOut("test", "control", "help").entries());

        assertEquals(List.of(arm("control", 1, 0), arm("b", 1, 0)), ReportsContract.arms(store));
    }

    @Test
    void aUnitStaysInTheArmOfItsFirstExposure() throws Exception {
        Opened store = open();

        store.outcomes()
                .apply(visit("s1", "ann").heldOut("test", "control", "help").entries());
        store.outcomes().apply(visit("s2", "ann").shown("test", "b", "help").entries());

        assertEquals(List.of(arm("control", 1, 0), arm("b", 0, 0)), ReportsContract.arms(store));
    }

    @Test
    void aConversionCountsOnlyAfterTheExposure() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(Script.of("early")
                        .says(EventKind.CONVERSION, "order", 100)
                        .heldOut("test", "control", "help")
                        .entries());
        store.outcomes()
                .apply(Script.of("late")
                        .heldOut("test", "control", "help")
                        .says(EventKind.CONVERSION, "order", 100)
                        .entries());
        store.outcomes()
                .apply(Script.of("other")
                        .shown("test", "b", "help")
                        .says(EventKind.CONVERSION, "newsletter", 100)
                        .entries());
        store.outcomes()
                .apply(Script.of("twice")
                        .shown("test", "b", "help")
                        .says(EventKind.CONVERSION, "order", 1)
                        .says(EventKind.CONVERSION, "order", 1)
                        .entries());

        assertEquals(List.of(arm("control", 2, 1), arm("b", 2, 1)), ReportsContract.arms(store));
    }

    @Test
    void aConversionInALaterVisitOfTheSameUnitCounts() throws Exception {
        Opened store = open();
        store.outcomes().apply(visit("s1", "ann").shown("test", "b", "help").entries());

        store.outcomes()
                .apply(Script.of("s2", "ann", false, Script.START.plus(Duration.ofDays(1)))
                        .says(EventKind.CONVERSION, "order", 100)
                        .entries());

        assertEquals(List.of(arm("control", 0, 0), arm("b", 1, 1)), ReportsContract.arms(store));
    }

    @Test
    void aLateFrameFromBeforeTheExposureDoesNotCountAfterIt() throws Exception {
        Opened store = open();
        Script script = Script.of("a").at(20).shown("test", "b", "help");
        script.at(10)
                .add(
                        new Outcome.NoRuleMatched(Script.known(0.9)),
                        List.of(new dev.rapport.frame.VisitorEvent(EventKind.CONVERSION, "order", 1)));

        store.outcomes().apply(script.entries());

        assertEquals(List.of(arm("control", 0, 0), arm("b", 1, 0)), ReportsContract.arms(store));
    }

    @Test
    void frictionIsTheMeanKnownScoreOfTheMinuteAfterTheExposure() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(Script.of("a")
                        .scored(1)
                        .at(10)
                        .shown("test", "b", "help")
                        .scored(0.25)
                        .unknown()
                        .at(70)
                        .scored(0.75)
                        .scored(1)
                        .entries());
        store.outcomes()
                .apply(Script.of("b").shown("test", "b", "help").scored(0).entries());
        store.outcomes()
                .apply(Script.of("c").shown("test", "b", "help").unknown().entries());

        assertEquals(
                List.of(arm("control", 0, 0), new ArmTotals("b", 3, 0, 2, 0.5, 0.25)), ReportsContract.arms(store));
    }

    @Test
    void frictionOfAnotherVisitOfTheUnitDoesNotCount() throws Exception {
        Opened store = open();
        store.outcomes().apply(visit("s1", "ann").shown("test", "b", "help").entries());

        store.outcomes().apply(visit("s2", "ann").at(5).scored(0.9).entries());

        assertEquals(List.of(arm("control", 0, 0), arm("b", 1, 0)), ReportsContract.arms(store));
    }

    @Test
    void forcedExposuresAreNotCounted() throws Exception {
        Opened store = open();

        store.outcomes()
                .apply(Script.of("qa")
                        .forced("test", "b", "help")
                        .says(EventKind.CONVERSION, "order", 1)
                        .entries());

        assertEquals(List.of(arm("control", 0, 0), arm("b", 0, 0)), ReportsContract.arms(store));
    }

    @Test
    void simulatedVisitsAreCountedApart() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(Script.of("sim", "ann", true, Script.START)
                        .shown("test", "b", "help")
                        .entries());
        store.outcomes()
                .apply(Script.of("real", "ann", false, Script.START)
                        .heldOut("test", "control", "help")
                        .entries());

        assertEquals(List.of(arm("control", 1, 0), arm("b", 0, 0)), ReportsContract.arms(store));
        assertEquals(
                List.of(arm("control", 0, 0), arm("b", 1, 0)),
                store.reports().arms(Script.SITE, Script.experiment(), true));
        assertEquals(1, ReportsContract.totals(store).visits());
    }

    @Test
    void clearingSimulatedVisitsLeavesTheRealOnes() throws Exception {
        Opened store = open();
        List<JournalEntry> simulated = Script.of("sim", "sim", true, Script.START)
                .shown("test", "b", "help")
                .scored(0.9)
                .says(EventKind.HINT_SHOWN, "help", 0)
                .entries();
        store.outcomes().apply(simulated);
        store.outcomes()
                .apply(Script.of("real")
                        .heldOut("test", "control", "help")
                        .scored(0.9)
                        .entries());
        String before = ReportsContract.everything(store.reports(), false);

        store.outcomes().clearSimulated(Script.SITE);

        assertEquals(before, ReportsContract.everything(store.reports(), false));
        assertEquals(
                ReportsContract.everything(open().reports(), true), ReportsContract.everything(store.reports(), true));
    }

    @Test
    void anyBatchesGiveTheNumbersOfTheReference() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            List<JournalEntry> entries = RandomTraffic.entries(seed, 1_500);
            InMemoryAnalytics reference = new InMemoryAnalytics();
            reference.apply(entries);
            Opened store = open();
            Random random = new Random(seed);
            int from = 0;
            while (from < entries.size()) {
                int to = Math.min(entries.size(), from + 1 + random.nextInt(400));
                int again = Math.max(0, from - random.nextInt(50));
                List<JournalEntry> batch = new ArrayList<>(entries.subList(again, to));
                assertEquals(to - from, store.outcomes().apply(batch), "new entries of a batch, seed " + seed);
                from = to;
            }

            for (boolean simulated : List.of(false, true)) {
                assertEquals(
                        ReportsContract.everything(reference, simulated),
                        ReportsContract.everything(store.reports(), simulated),
                        "seed " + seed);
            }
        }
    }

    private static Script visit(String session, String unit) {
        return Script.of(session, unit, false, Script.START);
    }

    private static ArmTotals arm(String variation, long exposed, long converted) {
        return new ArmTotals(variation, exposed, converted, 0, 0, 0);
    }
}
