package dev.rapport.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Experiment.Variation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExperimentReportTest {
    @Test
    void aDraftHasNothingToSay() {
        Verdict verdict = ExperimentReport.of(experiment(Status.DRAFT, "order", null), List.of())
                .verdict();

        assertInstanceOf(Verdict.NotEnoughData.class, verdict);
        assertTrue(verdict.sentence().contains("start it"), verdict.sentence());
    }

    @Test
    void noExposuresAreTooFew() {
        assertInstanceOf(Verdict.NotEnoughData.class, verdict(arm("control", 0, 0), arm("b", 0, 0)));
    }

    @Test
    void fewConversionsAreTooFew() {
        Verdict verdict = verdict(arm("control", 500, 4), arm("b", 500, 9));

        assertInstanceOf(Verdict.NotEnoughData.class, verdict);
        assertTrue(verdict.sentence().contains("fewer than 25"), verdict.sentence());
    }

    @Test
    void anUnevenSplitOverridesEverything() {
        Verdict verdict = verdict(arm("control", 10_000, 1_000), arm("b", 9_000, 2_000));

        assertInstanceOf(Verdict.SampleRatioMismatch.class, verdict);
    }

    @Test
    void aRunningExperimentAlarmsLaterThanAStoppedOne() {
        List<ArmTotals> split = List.of(arm("control", 10_000, 1_000), arm("b", 10_480, 1_050));

        assertFalse(ExperimentReport.of(running("order"), split).sampleRatio().alarm());
        assertTrue(ExperimentReport.of(experiment(Status.STOPPED, "order", Instant.EPOCH), split)
                .sampleRatio()
                .alarm());
    }

    @Test
    void aClearGainHelpsMore() {
        Verdict verdict = verdict(arm("control", 20_000, 2_000), arm("b", 20_000, 2_400));

        assertEquals("b", assertInstanceOf(Verdict.HelpsMore.class, verdict).variation());
        assertTrue(verdict.sentence().contains("12.0 % against 10.0 %"), verdict.sentence());
    }

    @Test
    void aTreatmentThatEndsAllConversionsHelpsLess() {
        assertInstanceOf(Verdict.HelpsLess.class, verdict(arm("control", 5_000, 500), arm("b", 5_000, 0)));
    }

    @Test
    void anUnclearDifferenceKeepsRunningAndSaysHowLong() {
        Verdict verdict = verdict(arm("control", 2_000, 200), arm("b", 2_000, 210));

        assertTrue(
                assertInstanceOf(Verdict.KeepRunning.class, verdict).moreUnits().orElseThrow() > 10_000);
        assertTrue(verdict.sentence().contains("more exposures"), verdict.sentence());
    }

    @Test
    void aStoppedExperimentWithoutAClearDifferenceIsInconclusive() {
        Experiment stopped = experiment(Status.STOPPED, "order", Instant.EPOCH);

        assertInstanceOf(
                Verdict.Inconclusive.class,
                ExperimentReport.of(stopped, List.of(arm("control", 2_000, 200), arm("b", 2_000, 210)))
                        .verdict());
    }

    @Test
    void aTightIntervalAroundNothingIsNoDifference() {
        assertInstanceOf(
                Verdict.NoDifference.class, verdict(arm("control", 2_000_000, 200_000), arm("b", 2_000_000, 200_100)));
    }

    @Test
    void withoutAGoalFrictionDecides() {
        ArmTotals calm = new ArmTotals("b", 3_000, 0, 3_000, 900, 400);
        ArmTotals rough = new ArmTotals("control", 3_000, 0, 3_000, 1_200, 620);

        ExperimentReport report = ExperimentReport.of(running(""), List.of(rough, calm));

        assertInstanceOf(Verdict.HelpsMore.class, report.verdict());
        assertEquals(-0.1, report.arms().get(1).frictionChange().orElseThrow().difference(), 1e-12);
        assertTrue(report.arms().get(1).conversionChange().isEmpty());
    }

    @Test
    void aGainThatCostsFrictionIsNoted() {
        ArmTotals control = new ArmTotals("control", 20_000, 2_000, 5_000, 1_500, 700);
        ArmTotals treatment = new ArmTotals("b", 20_000, 2_500, 5_000, 2_000, 1_000);

        ExperimentReport report = ExperimentReport.of(running("order"), List.of(control, treatment));

        assertTrue(
                report.notes().stream().anyMatch(note -> note.contains("struggled more")),
                report.notes().toString());
        assertTrue(
                report.verdict().sentence().contains("but they struggled more"),
                report.verdict().sentence());
    }

    @Test
    void relativeNumbersWaitForTwentyFiveConversionsInEachArm() {
        ExperimentReport few =
                ExperimentReport.of(running("order"), List.of(arm("control", 2_000, 20), arm("b", 2_000, 30)));
        ExperimentReport enough =
                ExperimentReport.of(running("order"), List.of(arm("control", 2_000, 25), arm("b", 2_000, 30)));

        assertTrue(few.arms().get(1).conversionChange().orElseThrow().relative().isEmpty());
        assertEquals(
                0.2,
                enough.arms()
                        .get(1)
                        .conversionChange()
                        .orElseThrow()
                        .relative()
                        .orElseThrow()
                        .value(),
                1e-12);
    }

    @Test
    void severalTreatmentsAreCorrectedFor() {
        // The p-value of b alone is 0.034; three treatments make it 0.10.
        Experiment four = new Experiment(
                "t",
                "T",
                "",
                "help",
                "",
                1,
                List.of(
                        new Variation("control", "No hint", 0.25, null), new Variation("b", "B", 0.25, "b"),
                        new Variation("c", "C", 0.25, "c"), new Variation("d", "D", 0.25, "d")),
                "order",
                Status.RUNNING,
                Instant.EPOCH);
        ArmTotals control = arm("control", 10_000, 1_000);
        ArmTotals treatment = arm("b", 10_000, 1_142);

        assertInstanceOf(Verdict.HelpsMore.class, verdict(control, treatment));
        ExperimentReport report = ExperimentReport.of(
                four, List.of(control, treatment, arm("c", 10_000, 1_000), arm("d", 10_000, 1_000)));
        assertInstanceOf(Verdict.KeepRunning.class, report.verdict());
        assertTrue(
                report.notes().getFirst().contains("3 treatments"),
                report.notes().toString());
    }

    @Test
    void countsThatContradictThemselvesGiveNoNumbers() {
        ExperimentReport report =
                ExperimentReport.of(running("order"), List.of(arm("control", 100, 120), arm("b", 100, 10)));

        assertInstanceOf(Verdict.Contradictory.class, report.verdict());
        assertEquals(List.of(), report.arms());
    }

    @Test
    void exposuresToAVariationThatIsGoneAreNoted() {
        ExperimentReport report = ExperimentReport.of(
                running("order"), List.of(arm("control", 100, 10), arm("b", 100, 10), arm("old", 50, 5)));

        assertEquals(2, report.arms().size());
        assertTrue(
                report.notes().getFirst().contains("50 exposures to “old”"),
                report.notes().toString());
    }

    private static Verdict verdict(ArmTotals... arms) {
        return ExperimentReport.of(running("order"), Arrays.asList(arms)).verdict();
    }

    private static ArmTotals arm(String variation, long exposed, long converted) {
        return new ArmTotals(variation, exposed, converted, 0, 0, 0);
    }

    private static Experiment running(String goal) {
        return experiment(Status.RUNNING, goal, Instant.EPOCH);
    }

    private static Experiment experiment(Status status, String goal, @Nullable Instant startedAt) {
        return new Experiment(
                "test",
                "Test",
                "",
                "help",
                "",
                1,
                List.of(new Variation("control", "No hint", 0.5, null), new Variation("b", "Hint", 0.5, "help")),
                goal,
                status,
                startedAt);
    }
}
