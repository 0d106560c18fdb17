package dev.rapport.ui.experiments;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.experiment.report.Details;
import dev.rapport.experiment.report.ExperimentReport;
import dev.rapport.experiment.report.ExposureHistory;
import dev.rapport.settings.DemoSettings;
import dev.rapport.ui.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReportPanelsTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(5));

    @Test
    void aWrongSplitNamesTheArmAndTakesConclusionsAway() {
        String page = page("order", "find-help", arm("control", 500, 50), arm("banner", 900, 300));

        assertTrue(
                page.contains("“No banner” is furthest from its share: it got 35.7% of the visitors, not 50.0%"), page);
        assertTrue(page.contains("seen since 3 Nov 2026"), page);
        assertTrue(page.contains("Not to be trusted"), page);
        assertFalse(page.contains("Better, beyond chance"), page);
        assertFalse(page.contains("Difference over time"), page);
    }

    @Test
    void aClearGainIsToldWithNumeratorDenominatorAndBothEffects() {
        String page = page("order", "find-help", arm("control", 20_000, 2_000), arm("banner", 20_000, 2_400));

        assertTrue(page.contains("It helps"), page);
        assertTrue(page.contains("Better, beyond chance"), page);
        assertTrue(page.contains("2,400"), page);
        assertTrue(page.contains("20,000"), page);
        assertTrue(page.contains("+2.0 pp"), page);
        assertTrue(page.contains("+20.0%"), page);
    }

    @Test
    void withAGoalFrictionIsAGuardrail() {
        String page = page(
                "order",
                "find-help",
                new ArmTotals("control", 2_000, 200, 2_000, 1_000, 600),
                new ArmTotals("banner", 2_000, 210, 2_000, 600, 300));

        assertTrue(page.contains("Guardrail: friction after exposure"), page);
        assertTrue(page.contains("Safe: not worse"), page);
    }

    @Test
    void withoutAGoalFrictionIsTheGoal() {
        String page = page("", "find-help", arm("control", 2_000, 0), arm("banner", 2_000, 0));

        assertTrue(page.contains("Goal: less friction after exposure"), page);
        assertFalse(page.contains("Guardrail"), page);
    }

    @Test
    void withoutExposuresThereAreNoNumbers() {
        String page = page("order", "find-help", arm("control", 0, 0), arm("banner", 0, 0));

        assertTrue(page.contains("Not enough data yet"), page);
        assertFalse(page.contains("Too early to compare"), page);
    }

    @Test
    void aDeletedHintIsSaid() {
        assertTrue(
                page("order", "gone", arm("control", 0, 0), arm("banner", 0, 0)).contains("was deleted"));
    }

    @Test
    void anEmptyArmIsAWrongSplit() {
        String page = page("order", "find-help", arm("control", 500, 50), arm("banner", 0, 0));

        assertTrue(page.contains("Sample ratio mismatch"), page);
        assertTrue(page.contains("Not to be trusted"), page);
    }

    @Test
    void anArmInWhichNobodyDiffersIsTooEarlyAndShowsNoInterval() {
        String page = page("order", "find-help", arm("control", 500, 0), arm("banner", 500, 0));

        assertTrue(page.contains("fewer than 25 visitors of the two arms converted"), page);
        assertTrue(page.contains("Too early to compare"), page);
    }

    @Test
    void countsThatContradictThemselvesAreSaidAndNothingIsConcluded() {
        for (ArmTotals impossible : List.of(
                arm("banner", -5, 0),
                arm("banner", 500, 501),
                arm("banner", Long.MAX_VALUE, 3),
                new ArmTotals("banner", 500, 10, 400, 100, 3),
                new ArmTotals("banner", 500, 10, 400, Double.POSITIVE_INFINITY, 3))) {
            String page = page("order", "find-help", arm("control", 500, 50), impossible);

            assertTrue(page.contains("The counts contradict themselves"), page);
            assertTrue(page.contains("“banner” contradict themselves ("), page);
            assertFalse(page.contains("beyond chance"), page);
        }
    }

    @Test
    void anArmThatTheExperimentDoesNotHaveIsNotedAndLeftOut() {
        String page = page("order", "find-help", arm("control", 500, 50), arm("banner", 500, 50), arm("gone", 40, 3));

        assertTrue(page.contains("40 exposures to “gone”"), page);
    }

    /** Everything that the report's panels say, at a steady pace of exposures. */
    private static String page(String goal, String hint, ArmTotals... arms) {
        Experiment experiment = new Experiment(
                "test",
                "Test",
                "",
                hint,
                "test",
                1,
                List.of(
                        new Variation("control", "No banner", 0.5, null),
                        new Variation("banner", "Help banner", 0.5, hint)),
                goal,
                Status.RUNNING,
                START);
        Reading reading = new Reading(
                ExperimentReport.of(experiment, List.of(arms)),
                ExposureHistory.of(experiment, NOW, asked -> since(asked, List.of(arms))),
                Details.NONE,
                DemoSettings.of(Set.of("https://shop.example"), START),
                false,
                NOW,
                new Numbers(Locale.UK, ZoneId.of("UTC")));
        return ReportPanels.of(reading).stream()
                .map(part -> part.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private static List<ArmTotals> since(Experiment asked, List<ArmTotals> all) {
        Instant from = asked.startedAt() == null ? START : asked.startedAt();
        double rest = Math.max(
                0,
                Duration.between(from, NOW).toMinutes()
                        / (double) Duration.ofDays(5).toMinutes());
        return all.stream()
                .map(arm -> new ArmTotals(
                        arm.variation(),
                        (long) (arm.exposed() * rest),
                        (long) (arm.converted() * rest),
                        (long) (arm.frictionUnits() * rest),
                        arm.frictionSum() * rest,
                        arm.frictionSumSquares() * rest))
                .toList();
    }

    private static ArmTotals arm(String variation, long exposed, long converted) {
        return new ArmTotals(variation, exposed, converted, 0, 0, 0);
    }
}
