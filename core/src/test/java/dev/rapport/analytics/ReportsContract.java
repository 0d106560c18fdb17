package dev.rapport.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.OutcomeStoreContract.Opened;
import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.analytics.Reports.FrictionPoint;
import dev.rapport.analytics.Reports.HintTotals;
import dev.rapport.analytics.Reports.Quantiles;
import dev.rapport.analytics.Reports.Totals;
import dev.rapport.analytics.Reports.Trouble;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.SignalKind;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pacing.Pacing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What every outcome store must do about reading: the exact meaning of each number in {@link Reports}. */
public abstract class ReportsContract {
    /** The hour before and the three after {@link Script#START}. */
    static final Range RANGE = range(false);

    /** The two sides of one empty store. */
    protected abstract Opened open() throws Exception;

    @Test
    void anEmptyStoreReportsNothingAndArmsWithZeros() throws Exception {
        Reports reports = open().reports();

        assertEquals(new Totals(0, 0, 0, 0, 0, 0, 0), reports.totals(Script.SITE, RANGE));
        assertEquals(List.of(), reports.frictionOverTime(Script.SITE, RANGE, 10));
        assertEquals(List.of(), reports.troubles(Script.SITE, RANGE, 10));
        assertEquals(List.of(), reports.hints(Script.SITE, RANGE));
        assertEquals(
                List.of(new ArmTotals("control", 0, 0, 0, 0, 0), new ArmTotals("b", 0, 0, 0, 0, 0)),
                reports.arms(Script.SITE, Script.experiment(), false));
    }

    @Test
    void totalsCountVisitsFramesSignalsHintsAndConversions() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(Script.of("a")
                        .scored(0.49)
                        .signals(
                                "/pay",
                                Script.signal(SignalKind.RAGE_CLICK, "#pay"),
                                Script.signal(SignalKind.DEAD_CLICK, "#pay"))
                        .says(EventKind.HINT_SHOWN, "help", 0)
                        .says(EventKind.CONVERSION, "order", 5)
                        .says(EventKind.CONVERSION, "newsletter", 5)
                        .entries());
        store.outcomes().apply(Script.of("b").scored(0.5).scored(0.9).entries());

        assertEquals(new Totals(2, 2, 1, 7, 2, 1, 2), totals(store));
    }

    @Test
    void aVisitorCountsOnceADayHoweverManyVisits() throws Exception {
        Opened store = open();
        Instant lateInTheDay = Script.START.plus(Duration.ofHours(13));
        for (String session : List.of("a", "b")) {
            store.outcomes()
                    .apply(Script.of(session, "unit", false, lateInTheDay)
                            .scored(0.1)
                            .entries());
        }
        store.outcomes()
                .apply(Script.of("c", "unit", false, lateInTheDay.plus(Duration.ofHours(2)))
                        .scored(0.1)
                        .entries());

        Totals totals = store.reports()
                .totals(Script.SITE, new Range(Script.START, Script.START.plus(Duration.ofDays(2)), false));
        assertEquals(2, totals.visitors());
        assertEquals(3, totals.visits());
    }

    @Test
    void quantilesAreByNearestRankOfTheSecondsThatHaveTheNumber() throws Exception {
        Opened store = open();
        Script visit = Script.of("a").unknown();
        for (int i = 1; i <= 100; i++) {
            visit.scored(i / 100.0);
        }
        List<JournalEntry> entries = visit.entries();
        store.outcomes().apply(entries.subList(0, 60));
        store.outcomes().apply(entries);
        store.outcomes().apply(entries);

        Quantiles scores = store.reports().quantiles(Script.SITE, RANGE, Measure.SCORE);
        assertEquals(100, scores.n());
        assertEquals(0.50, scores.half(), 1e-6);
        assertEquals(0.90, scores.most(), 1e-6);
        assertEquals(0.99, scores.nearlyAll(), 1e-6);
        assertEquals(new Quantiles(101, 0, 0, 0), store.reports().quantiles(Script.SITE, RANGE, Measure.WIDGET_COST));
        assertEquals(Quantiles.NONE, store.reports().quantiles(Script.SITE, RANGE, Measure.LATENESS));
    }

    @Test
    void anotherSiteHasItsOwnNumbers() throws Exception {
        Opened store = open();
        store.outcomes().apply(Script.of("a").scored(0.9).entries());

        assertEquals(0, store.reports().totals("another", RANGE).frames());
    }

    @Test
    void aMinuteBelongsToTheRangeItStartsIn() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(Script.of("a")
                        .at(30)
                        .scored(0.1)
                        .at(90)
                        .scored(0.1)
                        .at(150)
                        .scored(0.1)
                        .entries());
        Range second =
                new Range(Script.START.plus(Duration.ofMinutes(1)), Script.START.plus(Duration.ofMinutes(2)), false);

        assertEquals(1, store.reports().totals(Script.SITE, second).frames());
    }

    @Test
    void frictionOverTimeAddsUpToTheWholeAndLeavesEmptyStepsOut() throws Exception {
        Opened store = open();
        store.outcomes().apply(Script.of("a").scored(0.2).scored(0.6).unknown().entries());
        store.outcomes()
                .apply(Script.of("b", "b", false, Script.START.plus(Duration.ofHours(2)))
                        .scored(0.7)
                        .entries());
        store.outcomes()
                .apply(Script.of("c", "c", false, Script.START.plus(Duration.ofHours(2)))
                        .unknown()
                        .entries());

        List<FrictionPoint> points = store.reports().frictionOverTime(Script.SITE, RANGE, 4);

        assertEquals(2, points.size(), points.toString());
        assertEquals(new FrictionPoint(Script.START, 1, 2, 1, 0.4), rounded(points.get(0)));
        assertEquals(new FrictionPoint(Script.START.plus(Duration.ofHours(2)), 2, 1, 1, 0.7), rounded(points.get(1)));
    }

    @Test
    void aStepWithoutKnownScoresHasNoMean() throws Exception {
        Opened store = open();
        store.outcomes().apply(Script.of("a").unknown().entries());

        FrictionPoint point =
                store.reports().frictionOverTime(Script.SITE, RANGE, 4).getFirst();

        assertTrue(Double.isNaN(point.meanScore()), point.toString());
        assertEquals(1, point.visits());
    }

    @Test
    void troublesComeByVisitsThenCount() throws Exception {
        Opened store = open();
        for (String session : List.of("a", "b")) {
            store.outcomes()
                    .apply(Script.of(session)
                            .signals("/pay", Script.signal(SignalKind.DEAD_CLICK, "#coupon"))
                            .entries());
        }
        store.outcomes()
                .apply(Script.of("c")
                        .signals(
                                "/pay",
                                Script.signal(SignalKind.RAGE_CLICK, "#pay"),
                                Script.signal(SignalKind.RAGE_CLICK, "#pay"))
                        .signals(
                                "/pay",
                                Script.signal(SignalKind.RAGE_CLICK, "#pay"),
                                Script.signal(SignalKind.THRASH, ""))
                        .entries());

        assertEquals(
                List.of(
                        new Trouble("/pay", "#coupon", SignalKind.DEAD_CLICK, 2, 2),
                        new Trouble("/pay", "#pay", SignalKind.RAGE_CLICK, 3, 1)),
                store.reports().troubles(Script.SITE, RANGE, 2));
    }

    @Test
    void hintsAreCountedByWhatBecameOfThem() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(Script.of("a")
                        .sent("help")
                        .says(EventKind.HINT_SHOWN, "help", 0)
                        .says(EventKind.HINT_ACTED, "help", 0)
                        .says(EventKind.HINT_HELPED, "help", 1)
                        .entries());
        store.outcomes()
                .apply(Script.of("b")
                        .sent("help")
                        .says(EventKind.HINT_SHOWN, "help", 0)
                        .says(EventKind.HINT_DISMISSED, "help", 0)
                        .says(EventKind.HINT_HELPED, "help", 0)
                        .entries());
        store.outcomes()
                .apply(Script.of("c").heldOut("test", "control", "other").entries());

        assertEquals(
                List.of(
                        new HintTotals("help", 2, 2, 0, 0, 1, 1, 1, 1),
                        new HintTotals("other", 0, 0, 1, 0, 0, 0, 0, 0)),
                store.reports().hints(Script.SITE, RANGE));
    }

    @Test
    void aHintThatAnArmShowsInsteadCountsUnderItsOwnId() throws Exception {
        Opened store = open();
        store.outcomes().apply(Script.of("a").shown("test", "b", "shorter-help").entries());

        assertEquals(
                List.of(new HintTotals("shorter-help", 1, 0, 0, 0, 0, 0, 0, 0)),
                store.reports().hints(Script.SITE, RANGE));
    }

    @Test
    void pacingIsCountedOnceAVisitAndPause() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(Script.of("a")
                        .paced("help", Pacing.Pause.TYPING)
                        .paced("help", Pacing.Pause.TYPING)
                        .scored(0.1)
                        .paced("help", Pacing.Pause.TYPING)
                        .paced("help", Pacing.Pause.COOL_DOWN)
                        .entries());
        store.outcomes().apply(Script.of("b").paced("help", Pacing.Pause.TYPING).entries());

        assertEquals(3, store.reports().hints(Script.SITE, RANGE).getFirst().paced());
    }

    @Test
    void theHoldoutIsReportedLikeAnExperiment() throws Exception {
        Opened store = open();
        store.outcomes()
                .apply(Script.of("a").heldOut("holdout", "control", "help").entries());
        store.outcomes().apply(Script.of("b").heldOut("test", "control", "help").entries());

        assertEquals(
                1,
                store.reports()
                        .arms(Script.SITE, Script.experiment("holdout", Script.START), false)
                        .getFirst()
                        .exposed());
    }

    @Test
    void exposuresBeforeTheStartDoNotCount() throws Exception {
        Opened store = open();
        store.outcomes().apply(Script.of("a").shown("test", "b", "help").entries());

        assertEquals(
                0,
                store.reports()
                        .arms(Script.SITE, Script.experiment("test", Script.START.plus(Duration.ofHours(1))), false)
                        .get(1)
                        .exposed());
    }

    @Test
    void aUnitFirstExposedBeforeTheStartDoesNotCountLaterEither() throws Exception {
        Opened store = open();
        Instant later = Script.START.plus(Duration.ofHours(2));
        store.outcomes()
                .apply(Script.of("a", "unit", false, Script.START)
                        .shown("test", "b", "help")
                        .entries());
        store.outcomes()
                .apply(Script.of("b", "unit", false, later)
                        .shown("test", "b", "help")
                        .entries());

        assertEquals(
                0,
                store.reports()
                        .arms(Script.SITE, Script.experiment("test", Script.START.plus(Duration.ofHours(1))), false)
                        .get(1)
                        .exposed());
    }

    static Totals totals(Opened store) {
        return store.reports().totals(Script.SITE, RANGE);
    }

    static List<ArmTotals> arms(Opened store) {
        return store.reports().arms(Script.SITE, Script.experiment(), false);
    }

    /** Every report as text, sums rounded to nine digits, for comparing two stores. */
    static String everything(Reports reports, boolean simulated) {
        Range range = range(simulated);
        StringBuilder text = new StringBuilder();
        text.append(reports.totals(Script.SITE, range)).append('\n');
        reports.frictionOverTime(Script.SITE, range, 4)
                .forEach(p -> text.append(rounded(p)).append('\n'));
        reports.troubles(Script.SITE, range, 1_000).forEach(t -> text.append(t).append('\n'));
        reports.hints(Script.SITE, range).forEach(h -> text.append(h).append('\n'));
        for (String experiment : List.of("test", "second", "holdout")) {
            reports.arms(Script.SITE, Script.experiment(experiment, Script.START), simulated)
                    .forEach(arm -> text.append(String.format(
                            Locale.ROOT,
                            "%s %d %d %d %.9f %.9f%n",
                            arm.variation(),
                            arm.exposed(),
                            arm.converted(),
                            arm.frictionUnits(),
                            arm.frictionSum(),
                            arm.frictionSumSquares())));
            for (ArmCell.Breakdown by : ArmCell.Breakdown.values()) {
                reports.cells(Script.SITE, Script.experiment(experiment, Script.START), simulated, by)
                        .forEach(cell -> text.append(MetricsContract.text(cell)));
            }
        }
        return text.toString();
    }

    private static FrictionPoint rounded(FrictionPoint point) {
        double mean = Double.isNaN(point.meanScore()) ? Double.NaN : Math.round(point.meanScore() * 1e9) / 1e9;
        return new FrictionPoint(point.at(), point.visits(), point.scored(), point.struggling(), mean);
    }

    private static Range range(boolean simulated) {
        return new Range(Script.START.minus(Duration.ofHours(1)), Script.START.plus(Duration.ofHours(3)), simulated);
    }
}
