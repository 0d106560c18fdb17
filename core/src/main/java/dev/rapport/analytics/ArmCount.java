package dev.rapport.analytics;

import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Assignment;
import dev.rapport.experiment.Experiment;
import dev.rapport.frame.EventKind;
import dev.rapport.journal.JournalEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Counts the arms of one experiment. A unit belongs to the arm of its first exposure; it has converted when the goal came
 * after that exposure, in this visit or a later one; its friction is the mean known score of the 60 s after it.
 */
final class ArmCount {
    private final Map<String, Unit> units = new LinkedHashMap<>();

    private ArmCount() {}

    static List<ArmTotals> arms(List<JournalEntry> entries, Experiment experiment) {
        ArmCount count = new ArmCount();
        Instant start = experiment.startedAt();
        if (start != null) {
            entries.forEach(entry -> count.add(entry, experiment));
            count.units
                    .values()
                    .removeIf(unit -> unit.exposure.receivedAt().isBefore(start.truncatedTo(ChronoUnit.MINUTES)));
        }
        List<ArmTotals> arms = new ArrayList<>();
        for (Experiment.Variation variation : experiment.variations()) {
            arms.add(count.totals(variation.key()));
        }
        return arms;
    }

    private void add(JournalEntry entry, Experiment experiment) {
        Unit unit = units.get(entry.visit().unit());
        if (unit != null) {
            unit.add(entry, experiment.goal());
            return;
        }
        Optional<Assignment> arm = Exposure.of(entry.outcome());
        if (arm.isPresent() && arm.get().experiment().equals(experiment.id())) {
            units.put(entry.visit().unit(), new Unit(arm.get().variation(), entry));
        }
    }

    private ArmTotals totals(String variation) {
        long exposed = 0;
        long converted = 0;
        long frictionUnits = 0;
        double sum = 0;
        double squares = 0;
        for (Unit unit : units.values()) {
            if (unit.variation.equals(variation)) {
                exposed++;
                converted += unit.converted ? 1 : 0;
                if (unit.scores > 0) {
                    double mean = unit.scoreSum / unit.scores;
                    frictionUnits++;
                    sum += mean;
                    squares += mean * mean;
                }
            }
        }
        return new ArmTotals(variation, exposed, converted, frictionUnits, sum, squares);
    }

    private static final class Unit {
        private final String variation;
        private final JournalEntry exposure;
        private boolean converted;
        private long scores;
        private double scoreSum;

        Unit(String variation, JournalEntry exposure) {
            this.variation = variation;
            this.exposure = exposure;
        }

        void add(JournalEntry entry, String goal) {
            if (Exposure.isBefore(exposure, entry)) {
                converted |= entry.frame().events().stream()
                        .anyMatch(event -> event.kind() == EventKind.CONVERSION
                                && !goal.isEmpty()
                                && event.name().equals(goal));
            }
            OptionalDouble score = Scores.known(entry.outcome());
            if (score.isPresent() && Exposure.isSoonBefore(exposure, entry)) {
                scores++;
                scoreSum += score.getAsDouble();
            }
        }
    }
}
