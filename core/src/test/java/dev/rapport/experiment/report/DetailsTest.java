package dev.rapport.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.ArmCell.Breakdown;
import dev.rapport.analytics.MetricSums;
import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.Metric.Kind;
import dev.rapport.experiment.Metric.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DetailsTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(4));

    private static Experiment experiment(Metric... metrics) {
        return new Experiment(
                        "test",
                        "Test",
                        "",
                        "help",
                        "",
                        1,
                        List.of(
                                new Variation("control", "No hint", 0.5, null),
                                new Variation("b", "Hint", 0.5, "help")),
                        "order",
                        Status.RUNNING,
                        START)
                .measuring(List.of(metrics), null);
    }

    private static Metric own(String id, Kind kind, Role role) {
        return new Metric(id, id, kind, role, "order", "", 0, 0, kind == Kind.QUANTILE ? 0.5 : 0, false);
    }

    private static String goal() {
        return experiment().measured(Role.GOAL).getFirst().key();
    }

    private static ArmCell shares(String variation, String cell, long exposed, long converted) {
        return new ArmCell(
                variation,
                cell,
                exposed,
                Map.of(goal(), new MetricSums(converted, converted, converted, 0, 0, 0)),
                Map.of());
    }

    private static Cells cells(Breakdown by, ArmCell... cells) {
        return new Cells(Map.of(
                Breakdown.NONE, List.of(shares("control", "", 1, 0), shares("b", "", 1, 0)), by, List.of(cells)));
    }

    private static List<ArmTotals> totals(long exposed) {
        return List.of(new ArmTotals("control", exposed, 0, 0, 0, 0), new ArmTotals("b", exposed, 0, 0, 0, 0));
    }

    private static MetricSums random(Random random, int n, double lift, double correlation) {
        MetricSums sums = MetricSums.NONE;
        for (int i = 0; i < n; i++) {
            double before = random.nextGaussian();
            double after = correlation * before + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            sums = sums.plus(MetricSums.of(0.5 + 0.1 * after + lift, 0.5 + 0.1 * before));
        }
        return sums;
    }

    @Test
    void frictionAdjustedByTheTimeBeforeSavesTheShareOfVarianceThatTheCorrelationExplains() {
        Random random = new Random(5);
        List<ArmCell> whole = List.of(
                new ArmCell("control", "", 4000, Map.of("friction", random(random, 4000, 0, 0.7)), Map.of()),
                new ArmCell("b", "", 4000, Map.of("friction", random(random, 4000, -0.02, 0.7)), Map.of()));

        VarianceReduction found = VarianceReduction.of(experiment(), whole).getFirst();

        assertEquals(0.49, found.saved(), 0.03);
        assertTrue(
                found.adjusted().interval().width() < found.plain().interval().width());
        assertEquals(-0.02, found.adjusted().difference(), 0.006);
        assertTrue(found.imbalance() > 0.001);
    }

    @Test
    void armsThatStruggledDifferentlyBeforeExposureAreAnImbalance() {
        Random random = new Random(6);
        MetricSums shifted = random(random, 3000, 0, 0.5);
        MetricSums moved = new MetricSums(
                shifted.n(),
                shifted.x(),
                shifted.xx(),
                shifted.y() + 0.1 * shifted.n(),
                shifted.yy() + 0.2 * shifted.y() + 0.01 * shifted.n(),
                shifted.xy() + 0.1 * shifted.x());
        List<ArmCell> whole = List.of(
                new ArmCell("control", "", 3000, Map.of("friction", random(random, 3000, 0, 0.5)), Map.of()),
                new ArmCell("b", "", 3000, Map.of("friction", moved), Map.of()));

        assertTrue(VarianceReduction.of(experiment(), whole).getFirst().imbalance() < 0.001);
    }

    @Test
    void segmentsAreCorrectedTogether() {
        Breakdowns found = Breakdowns.of(
                experiment(),
                cells(
                        Breakdown.DEVICE,
                        shares("control", "mouse", 2000, 200),
                        shares("b", "mouse", 2000, 280),
                        shares("control", "touch", 2000, 200),
                        shares("b", "touch", 2000, 205)));

        Breakdowns.Row mouse = found.segments().getFirst();
        assertEquals(2, found.segments().size());
        assertEquals(2 * mouse.change().orElseThrow().pValue(), mouse.adjusted(), 1e-12);
    }

    @Test
    void theDayAndArmOfAWrongSplitAreNamed() {
        List<SplitPlaces.Place> places = SplitPlaces.of(
                experiment(),
                cells(
                        Breakdown.DAY,
                        shares("control", "2026-11-01", 500, 0),
                        shares("b", "2026-11-01", 505, 0),
                        shares("control", "2026-11-02", 500, 0),
                        shares("b", "2026-11-02", 290, 0)));

        assertEquals(1, places.size());
        assertEquals("2026-11-02", places.getFirst().cell());
        assertTrue(List.of("Hint", "No hint").contains(places.getFirst().arm()));
    }

    @Test
    void anEvenSplitNamesNoPlace() {
        assertEquals(
                List.of(),
                SplitPlaces.of(
                        experiment(),
                        cells(
                                Breakdown.DAY,
                                shares("control", "2026-11-01", 500, 0),
                                shares("b", "2026-11-01", 520, 0))));
    }

    @Test
    void smallerChangesNeedMoreVisitorsAndDays() {
        List<ArmCell> whole = List.of(shares("control", "", 1000, 100), shares("b", "", 1000, 104));

        List<Progress.Row> rows = Progress.of(experiment(), whole, NOW).rows();

        assertEquals(4, rows.size());
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(rows.get(i).now() < rows.get(i - 1).now());
            assertTrue(rows.get(i).moreExposures().orElseThrow()
                    > rows.get(i - 1).moreExposures().orElseThrow());
        }
        assertEquals(
                rows.getLast().moreExposures().orElseThrow() / 500.0,
                rows.getLast().days().orElseThrow(),
                1e-6);
    }

    @Test
    void aGoalOfTheSiteDecidesTheVerdict() {
        Metric spent = own("spent", Kind.MEAN, Role.GOAL);
        List<ArmCell> whole = List.of(
                new ArmCell(
                        "control", "", 2000, Map.of(spent.key(), new MetricSums(500, 5000, 90_000, 0, 0, 0)), Map.of()),
                new ArmCell("b", "", 2000, Map.of(spent.key(), new MetricSums(700, 7000, 126_000, 0, 0, 0)), Map.of()));

        ExperimentReport report = ExperimentReport.of(experiment(spent), totals(2000), whole);

        Verdict.HelpsMore verdict = assertInstanceOf(Verdict.HelpsMore.class, report.verdict());
        assertTrue(verdict.sentence().contains("did better in “spent” (3.50 against 2.50)"), verdict.sentence());
    }

    @Test
    void sumsThatContradictThemselvesAreAVerdictAndNoNumbers() {
        Metric spent = own("spent", Kind.MEAN, Role.GOAL);
        for (MetricSums impossible : List.of(
                new MetricSums(10, 5000, 1, 0, 0, 0),
                new MetricSums(10, Double.POSITIVE_INFINITY, 1, 0, 0, 0),
                new MetricSums(10, 1e200, 1e308, 0, 0, 0))) {
            List<ArmCell> whole = List.of(new ArmCell("b", "", 100, Map.of(spent.key(), impossible), Map.of()));

            ExperimentReport report = ExperimentReport.of(experiment(spent), totals(100), whole);

            assertInstanceOf(Verdict.Contradictory.class, report.verdict());
            assertTrue(report.verdict().sentence().contains("“b” contradict themselves"), report.verdict()::sentence);
            assertEquals(Details.NONE, Details.of(experiment(spent), new Cells(Map.of(Breakdown.NONE, whole)), NOW));
        }
    }

    @Test
    void moreConversionsThanVisitorsAreAContradiction() {
        List<ArmCell> whole = List.of(shares("b", "", 100, 120));

        assertInstanceOf(
                Verdict.Contradictory.class,
                ExperimentReport.of(experiment(), totals(100), whole).verdict());
    }

    @Test
    void aMetricThatWasRenamedMidFlightIsSaid() {
        Metric before = own("basket", Kind.COUNT, Role.SECONDARY);
        List<ArmCell> whole = List.of(new ArmCell("b", "", 100, Map.of(before.key(), MetricSums.of(1, 0)), Map.of()));

        List<String> notes = ExperimentReport.of(
                        experiment(own("cart", Kind.COUNT, Role.SECONDARY)), totals(100), whole)
                .notes();

        assertTrue(notes.stream().anyMatch(note -> note.contains("“basket” was renamed or changed")), notes::toString);
    }

    @Test
    void nobodyExposedShowsNoValueAtAll() {
        for (MetricReport metric : MetricReport.all(experiment(own("spent", Kind.MEAN, Role.SECONDARY)), List.of())) {
            assertFalse(metric.any(), metric.metric().id());
            metric.arms().forEach(row -> assertTrue(Double.isNaN(row.value())));
        }
    }

    @Test
    void aQuantileComesFromItsHistogramWithinTwoPercent() {
        Metric median = own("median", Kind.QUANTILE, Role.SECONDARY);
        TreeMap<Integer, Long> bins = new TreeMap<>();
        for (int value = 1; value <= 2001; value++) {
            bins.merge((int) Math.floor(Math.log(value) / Math.log(1.02)), 1L, Long::sum);
        }
        ArmCell cell = new ArmCell("b", "", 5000, Map.of(), Map.of(median.key(), bins));

        assertEquals(1001, MetricStatistic.of(median, cell).mean(), 20);
    }

    @Test
    void timeToSuccessCountsWhoeverDoesNotSucceedWithTheLongestTime() {
        Metric time = experiment().measured().stream()
                .filter(metric -> metric.kind() == Kind.TIME_TO_SUCCESS)
                .findFirst()
                .orElseThrow();
        ArmCell cell = new ArmCell("b", "", 2, Map.of(time.key(), MetricSums.of(1740, 0)), Map.of());

        assertEquals((60 + 1800) / 2.0, MetricStatistic.of(time, cell).mean());
    }
}
