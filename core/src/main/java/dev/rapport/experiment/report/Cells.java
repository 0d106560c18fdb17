package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.ArmCell.Breakdown;
import dev.rapport.analytics.Reports;
import dev.rapport.experiment.Experiment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An experiment's sums, whole and by each breakdown: one question to the store for each.
 *
 * @param by the cells of each breakdown
 */
public record Cells(Map<Breakdown, List<ArmCell>> by) {
    public Cells {
        by = Map.copyOf(by);
    }

    /** Asks the store. */
    public static Cells of(Reports reports, String site, Experiment experiment, boolean simulated) {
        Map<Breakdown, List<ArmCell>> found = new EnumMap<>(Breakdown.class);
        for (Breakdown breakdown : Breakdown.values()) {
            found.put(breakdown, reports.cells(site, experiment, simulated, breakdown));
        }
        return new Cells(found);
    }

    /** Cells of one breakdown. */
    public List<ArmCell> get(Breakdown breakdown) {
        return by.getOrDefault(breakdown, List.of());
    }

    /** The arms as a whole. */
    public List<ArmCell> whole() {
        return get(Breakdown.NONE);
    }
}
