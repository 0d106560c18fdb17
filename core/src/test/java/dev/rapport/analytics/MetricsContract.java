package dev.rapport.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.ArmCell.Breakdown;
import dev.rapport.analytics.OutcomeStoreContract.Opened;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.Metric.Kind;
import dev.rapport.experiment.Metric.Role;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import dev.rapport.session.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every outcome store must do about the metrics of experiments: each kind's meaning, segments, days, once. */
public abstract class MetricsContract {
    /** The two sides of one empty store of a site with this experiment. */
    protected abstract Opened open(Experiment experiment) throws Exception;

    /** The experiment {@code test} with one metric over the value of orders. */
    public static Experiment measuring(String id, double cap) {
        return with(metric(id, Kind.MEAN, cap, 0));
    }

    private static Experiment with(Metric... metrics) {
        return Script.experiment("test", Script.START.minus(Duration.ofDays(1))).measuring(List.of(metrics), null);
    }

    private static Metric metric(String id, Kind kind, double cap, int hours) {
        return new Metric(
                id,
                id,
                kind,
                Role.SECONDARY,
                "order",
                kind == Kind.RATIO ? "visit" : "",
                cap,
                hours,
                kind == Kind.QUANTILE ? 0.5 : 0,
                false);
    }

    private static Script exposed(String session) {
        return Script.of(session).shownAt("#pay", "test", "b", "help", 0.8);
    }

    private static ArmCell all(Opened store, Experiment experiment) {
        return store.reports()
                .cells(Script.SITE, experiment, false, Breakdown.NONE)
                .getFirst();
    }

    private static MetricSums sums(Opened store, Experiment experiment, String id) {
        Metric metric = experiment.measured().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return all(store, experiment).sums(metric.key());
    }

    private Opened played(Experiment experiment, Script... visits) throws Exception {
        Opened store = open(experiment);
        for (Script visit : visits) {
            // One entry a batch: what is known of a unit must survive between batches.
            for (JournalEntry entry : visit.entries()) {
                store.outcomes().apply(List.of(entry));
            }
        }
        return store;
    }

    @Test
    void frictionComesWithTheMeanScoreFromBeforeAsItsCovariate() throws Exception {
        Experiment experiment = with();
        Opened store = played(
                experiment,
                Script.of("a")
                        .scored(0.4)
                        .shownAt("#pay", "test", "b", "help", 0.8)
                        .scored(0.2)
                        .scored(0.6),
                exposed("b").scored(0.1));

        assertClose(new MetricSums(2, 0.5, 0.17, 1.4, 1.0, 0.32), sums(store, experiment, "friction"));
        assertEquals(2, all(store, experiment).exposed());
    }

    @Test
    void aConversionCountsAUnitOnceAndOnlyInItsWindow() throws Exception {
        Experiment experiment = with(metric("soon", Kind.BINOMIAL, 0, 1));
        Opened store = played(
                experiment,
                exposed("a").says(EventKind.CONVERSION, "order", 0).says(EventKind.CONVERSION, "order", 0),
                exposed("b").at(3700).says(EventKind.CONVERSION, "order", 0),
                Script.of("c").says(EventKind.CONVERSION, "order", 0).shown("test", "b", "help"));

        assertEquals(1, sums(store, experiment, "soon").x());
        assertEquals(2, sums(store, experiment, "goal").x());
        assertEquals(3, all(store, experiment).exposed());
    }

    @Test
    void countsAndSumsAreOfAUnitAndCappedThere() throws Exception {
        Experiment experiment = with(metric("orders", Kind.COUNT, 2, 0), metric("spent", Kind.MEAN, 30, 0));
        Opened store = played(
                experiment,
                exposed("a")
                        .says(EventKind.CONVERSION, "order", 1_000)
                        .says(EventKind.CONVERSION, "order", 1_500)
                        .says(List.of(order(4_000), order(1))),
                exposed("b").says(EventKind.CONVERSION, "order", 500),
                exposed("c"));

        assertClose(new MetricSums(2, 3, 5, 0, 0, 0), sums(store, experiment, "orders"));
        assertClose(new MetricSums(2, 35, 925, 0, 0, 0), sums(store, experiment, "spent"));
    }

    @Test
    void aRatioKeepsBothSidesAndTheirProduct() throws Exception {
        Experiment experiment = with(metric("per-visit", Kind.RATIO, 0, 0));
        Opened store = played(
                experiment,
                exposed("a")
                        .says(EventKind.CONVERSION, "order", 300)
                        .says(EventKind.CONVERSION, "visit", 0)
                        .says(EventKind.CONVERSION, "visit", 0),
                exposed("b").says(EventKind.CONVERSION, "visit", 0));

        assertClose(new MetricSums(2, 3, 9, 3, 5, 6), sums(store, experiment, "per-visit"));
    }

    @Test
    void aQuantileKeepsEachUnitInOneBinWhateverItAddsLater() throws Exception {
        Experiment experiment = with(metric("median", Kind.QUANTILE, 0, 0));
        Opened store = played(
                experiment,
                exposed("a").says(EventKind.CONVERSION, "order", 1_000).says(EventKind.CONVERSION, "order", 9_000),
                exposed("b").says(EventKind.CONVERSION, "order", 10_000),
                exposed("c").says(EventKind.CONVERSION, "order", 0),
                exposed("d"));

        Map<Integer, Long> bins =
                all(store, experiment).histogram(experiment.metrics().getFirst().key());
        assertEquals(List.of(1L, 2L), List.copyOf(bins.values()));
        assertEquals(100, Measured.binStart(new TreeMap<>(bins).lastKey()), 2);
    }

    @Test
    void timeToSuccessIsWhatIsSavedOfHalfAnHour() throws Exception {
        Experiment experiment = with();
        Opened store = played(
                experiment,
                exposed("a").at(31).says(EventKind.CONVERSION, "order", 0).says(EventKind.CONVERSION, "order", 0),
                exposed("b"));

        assertClose(new MetricSums(1, 1770, 1770.0 * 1770, 0, 0, 0), sums(store, experiment, "time-to-success"));
    }

    @Test
    void errorsAreCountedByTheSecondsSeen() throws Exception {
        Experiment experiment = with();
        Opened store = played(
                experiment,
                exposed("a").errors(2).unknown().at(61).errors(1).errors(7),
                exposed("b").errors(0));

        assertClose(new MetricSums(2, 3, 9, 4, 10, 9), sums(store, experiment, "errors"));
    }

    @Test
    void answersAndDismissalsAreThoseOfTheHintThatWasShown() throws Exception {
        Experiment experiment = with();
        Opened store = played(
                experiment,
                exposed("a")
                        .says(EventKind.HINT_HELPED, "help", 0)
                        .says(EventKind.HINT_HELPED, "help", 1)
                        .says(EventKind.HINT_DISMISSED, "help", 0),
                exposed("b").says(EventKind.HINT_HELPED, "help", 0),
                exposed("c").says(EventKind.HINT_HELPED, "another", 1).says(EventKind.HINT_DISMISSED, "another", 0));

        assertClose(new MetricSums(2, 1, 1, 0, 0, 0), sums(store, experiment, "helpful"));
        assertClose(new MetricSums(1, 1, 1, 0, 0, 0), sums(store, experiment, "dismissed"));
    }

    @Test
    void theSameTroubleAgainIsASignalAtTheSameElementTenSecondsLater() throws Exception {
        Experiment experiment = with();
        Opened store = played(
                experiment,
                exposed("a").at(11).signals("/", Script.signal(SignalKind.RAGE_CLICK, "#pay")),
                exposed("b").signals("/", Script.signal(SignalKind.RAGE_CLICK, "#pay")),
                exposed("c").at(30).signals("/", Script.signal(SignalKind.RAGE_CLICK, "#other")));

        assertEquals(1, sums(store, experiment, "returned").x());
    }

    @Test
    void unitsAreSplitBySegmentAndDayOfExposure() throws Exception {
        Experiment experiment = with();
        Opened store = played(
                experiment,
                Script.of("a", Device.TOUCH, "de-at", true).shown("test", "b", "help"),
                Script.of("b", Device.MOUSE, "en", false).heldOut("test", "control", "help"),
                Script.of("c", Device.MOUSE, "tlh", false)
                        .shown("test", "b", "help")
                        .says(EventKind.CONVERSION, "order", 0),
                Script.of("d", "d", false, Script.START.minus(Duration.ofHours(11)))
                        .heldOut("test", "control", "help"));

        assertEquals(List.of("mouse b 1", "mouse control 2", "touch b 1"), counts(store, experiment, Breakdown.DEVICE));
        assertEquals(List.of("de b 1", "en control 2", "other b 1"), counts(store, experiment, Breakdown.LANGUAGE));
        assertEquals(
                List.of("new b 1", "new control 2", "returning b 1"), counts(store, experiment, Breakdown.VISITOR));
        assertEquals(
                List.of("2026-11-01 control 1", "2026-11-02 b 2", "2026-11-02 control 1"),
                counts(store, experiment, Breakdown.DAY));
    }

    @Test
    void anEntryAppliedAgainMeasuresNothing() throws Exception {
        Experiment experiment = with(metric("spent", Kind.MEAN, 0, 0));
        Opened store = open(experiment);
        List<JournalEntry> visit = exposed("a")
                .says(EventKind.CONVERSION, "order", 700)
                .scored(0.5)
                .entries();
        store.outcomes().apply(visit);
        store.outcomes().apply(visit);
        store.outcomes().apply(visit.subList(1, 3));

        assertEquals(7, sums(store, experiment, "spent").x(), 1e-9);
        assertEquals(1, sums(store, experiment, "friction").n());
    }

    @Test
    void unitsExposedBeforeTheStartAreLeftOut() throws Exception {
        Experiment experiment = with();
        Opened store = played(experiment, exposed("a"));

        Instant later = Script.START.plus(Duration.ofMinutes(5));
        assertTrue(store.reports()
                .cells(Script.SITE, experiment.startingAt(later), false, Breakdown.NONE)
                .isEmpty());
    }

    @Test
    void simulatedVisitorsAreApartAndCleared() throws Exception {
        Experiment experiment = with();
        Opened store = played(
                experiment,
                Script.of("a", "a", true, Script.START)
                        .shown("test", "b", "help")
                        .scored(0.3));
        assertFalse(store.reports()
                .cells(Script.SITE, experiment, true, Breakdown.NONE)
                .isEmpty());
        store.outcomes().clearSimulated(Script.SITE);

        for (boolean simulated : new boolean[] {true, false}) {
            assertTrue(store.reports()
                    .cells(Script.SITE, experiment, simulated, Breakdown.NONE)
                    .isEmpty());
        }
    }

    private static List<String> counts(Opened store, Experiment experiment, Breakdown by) {
        return store.reports().cells(Script.SITE, experiment, false, by).stream()
                .map(cell -> cell.cell() + " " + cell.variation() + " " + cell.exposed())
                .toList();
    }

    private static VisitorEvent order(int value) {
        return new VisitorEvent(EventKind.CONVERSION, "order", value);
    }

    private static void assertClose(MetricSums wanted, MetricSums got) {
        assertEquals(text(wanted), text(got));
    }

    private static String text(MetricSums sums) {
        return String.format(
                Locale.ROOT,
                "%.6f %.6f %.6f %.6f %.6f %.6f",
                sums.n() + 0.0,
                Math.round(sums.x() * 1e6) / 1e6 + 0.0,
                Math.round(sums.xx() * 1e6) / 1e6 + 0.0,
                sums.y(),
                sums.yy(),
                sums.xy());
    }

    /** A cell as text, for comparing two stores. */
    static String text(ArmCell cell) {
        List<String> lines = new ArrayList<>();
        lines.add(cell.cell() + " " + cell.variation() + " " + cell.exposed());
        new TreeMap<>(cell.metrics()).forEach((metric, sums) -> lines.add(metric + " " + text(sums)));
        new TreeMap<>(cell.bins()).forEach((metric, bins) -> lines.add(metric + " " + bins));
        return String.join("\n", lines) + "\n";
    }
}
