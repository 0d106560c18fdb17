package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the verdict is about: the site's own goal metrics, else the goal conversion, else friction.
 *
 * @param basis built-in words for it; empty for a metric of the site
 * @param metric the site's metric; empty for a built-in one
 * @param lowerIsBetter true where less is an improvement
 * @param arms the statistic of each arm, in the order of the settings
 */
record Headline(Optional<Basis> basis, Optional<Metric> metric, boolean lowerIsBetter, List<Statistic> arms) {
    static List<Headline> of(Experiment experiment, List<ArmTotals> totals, List<ArmCell> cells) {
        List<Headline> own = new ArrayList<>();
        for (Metric metric : experiment.metrics()) {
            if (metric.role() == Metric.Role.GOAL) {
                own.add(new Headline(
                        Optional.empty(),
                        Optional.of(metric),
                        metric.lowerIsBetter(),
                        totals.stream()
                                .map(arm -> MetricStatistic.of(metric, cell(arm.variation(), cells)))
                                .toList()));
            }
        }
        if (!own.isEmpty()) {
            return own;
        }
        Basis basis = experiment.goal().isEmpty() ? Basis.FRICTION : Basis.CONVERSION;
        return List.of(new Headline(
                Optional.of(basis),
                Optional.empty(),
                basis.lowerIsBetter(),
                totals.stream().map(basis::of).toList()));
    }

    /** An arm's cell, empty where nobody was exposed. */
    static ArmCell cell(String variation, List<ArmCell> cells) {
        return cells.stream()
                .filter(cell -> cell.variation().equals(variation))
                .findFirst()
                .orElse(new ArmCell(variation, "", 0, Map.of(), Map.of()));
    }

    double gain(double difference) {
        return lowerIsBetter ? -difference : difference;
    }
}
