package dev.rapport.experiment.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Experiment.Variation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExposureHistoryTest {
    private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");

    @Test
    void aDraftHasNone() {
        assertTrue(ExposureHistory.of(experiment(null), START, none -> List.of())
                .steps()
                .isEmpty());
    }

    @Test
    void stepsAddUpToTheTotals() {
        ExposureHistory history = ExposureHistory.of(experiment(START), START.plus(Duration.ofDays(6)), steady(10, 10));

        List<Long> exposed = history.steps().stream()
                .map(step -> step.arms().get(0).exposed())
                .toList();
        assertEquals(List.of(120L, 240L, 360L, 480L, 600L, 720L, 840L, 960L, 1080L, 1200L, 1320L, 1440L), exposed);
    }

    @Test
    void anyAgeGivesFewSteps() {
        for (int minutes = 1; minutes < 3_000_000; minutes = minutes * 2 + 1) {
            int steps = ExposureHistory.of(experiment(START), START.plus(Duration.ofMinutes(minutes)), steady(1, 1))
                    .steps()
                    .size();
            assertTrue(steps >= 1 && steps <= ExposureHistory.MOST_STEPS, minutes + " min: " + steps + " steps");
        }
    }

    @Test
    void theGoalIsComparedAtEachStep() {
        ExposureHistory history =
                ExposureHistory.of(experiment(START), START.plus(Duration.ofDays(6)), steady(100, 100));

        ExposureHistory.Step last = history.steps().getLast();
        assertTrue(last.goal().get(0).isEmpty());
        assertEquals(0.1, last.goal().get(1).orElseThrow().difference(), 1e-9);
    }

    @Test
    void anUnevenSplitIsDated() {
        ExposureHistory uneven = ExposureHistory.of(experiment(START), START.plus(Duration.ofDays(6)), steady(100, 60));
        ExposureHistory even = ExposureHistory.of(experiment(START), START.plus(Duration.ofDays(6)), steady(100, 100));

        assertEquals(Optional.of(START.plus(Duration.ofHours(12))), uneven.alarmSince());
        assertEquals(Optional.empty(), even.alarmSince());
    }

    /** So many exposures an hour in each arm, 10 % of the control's and 20 % of the other's convert. */
    private static java.util.function.Function<Experiment, List<ArmTotals>> steady(long control, long treatment) {
        return experiment -> {
            Instant end = START.plus(Duration.ofDays(6));
            long hours = Math.max(
                    0,
                    Duration.between(Objects.requireNonNull(experiment.startedAt()), end)
                            .toHours());
            List<ArmTotals> arms = new ArrayList<>();
            arms.add(new ArmTotals("control", control * hours, control * hours / 10, 0, 0, 0));
            arms.add(new ArmTotals("b", treatment * hours, treatment * hours / 5, 0, 0, 0));
            return arms;
        };
    }

    private static Experiment experiment(@Nullable Instant started) {
        return new Experiment(
                "test",
                "Test",
                "",
                "help",
                "test",
                1,
                List.of(new Variation("control", "No hint", 0.5, null), new Variation("b", "Hint", 0.5, "help")),
                "order",
                started == null ? Status.DRAFT : Status.RUNNING,
                started);
    }
}
