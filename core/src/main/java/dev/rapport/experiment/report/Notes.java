package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sentences beside a verdict. */
final class Notes {
    private Notes() {}

    static List<String> strangers(Experiment experiment, List<ArmTotals> totals) {
        return totals.stream()
                .filter(arm -> arm.exposed() > 0
                        && experiment.variations().stream()
                                .noneMatch(variation -> variation.key().equals(arm.variation())))
                .map(arm -> arm.exposed() + " exposures to “" + arm.variation()
                        + "”, which the experiment no longer has, are left out.")
                .toList();
    }

    /** Numbers of metrics that the experiment does not measure any more, by the id before the key's mark. */
    static List<String> changed(Experiment experiment, List<ArmCell> cells) {
        Set<String> known = experiment.measured().stream().map(Metric::key).collect(Collectors.toSet());
        return cells.stream()
                .flatMap(cell -> cell.metrics().keySet().stream())
                .filter(key -> !known.contains(key))
                .distinct()
                .sorted()
                .map(key -> "The metric “" + key.replaceAll("~.*", "")
                        + "” was renamed or changed while the experiment ran;"
                        + " what was measured of it before is kept and left out here, so its numbers cover later"
                        + " visitors only. Start another experiment for an answer about all of them.")
                .distinct()
                .toList();
    }

    static List<String> of(Experiment experiment, List<ArmReport> arms) {
        List<String> notes = new ArrayList<>();
        double shares = experiment.variations().stream()
                .mapToDouble(Experiment.Variation::weight)
                .sum();
        if (Math.abs(shares - 1) > 0.01) {
            notes.add("The shares of the arms add up to " + Math.round(100 * shares)
                    + " %, not 100 %; the split is checked in their proportion. Correct them in the next experiment.");
        }
        if (arms.size() > 2) {
            notes.add("The verdict is corrected for " + (arms.size() - 1)
                    + " treatments (Holm); the intervals of the table are not.");
        }
        if (experiment.goal().isEmpty()) {
            notes.add("No goal is set, so the verdict is about friction after exposure only.");
            return notes;
        }
        for (ArmReport arm : arms) {
            arm.frictionChange()
                    .filter(change -> change.interval().lower() > 0)
                    .ifPresent(change -> notes.add("Visitors of “" + arm.name()
                            + "” struggled more after exposure than those without a hint; look at where."));
        }
        return notes;
    }
}
