package dev.rapport.analytics;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One arm in one part of an experiment's units. Units exposed by force are left out.
 *
 * @param variation key
 * @param cell which part: empty for all, a day such as {@code 2026-11-02} (UTC, of exposure), or the segment's word
 * @param exposed units, each once
 * @param metrics sums by {@link dev.rapport.experiment.Metric#key}; a metric without any number is left out. Keys that the
 *     experiment does not have come from a metric that it had before
 * @param bins histograms of quantile metrics by key: units by bin, see {@link Measured#binStart}
 */
public record ArmCell(
        String variation,
        String cell,
        long exposed,
        Map<String, MetricSums> metrics,
        Map<String, SortedMap<Integer, Long>> bins) {
    /** What cells are split by. */
    public enum Breakdown {
        /** Not at all. */
        NONE,
        /** Day of exposure, UTC. */
        DAY,
        /** Device class. */
        DEVICE,
        /** Language. */
        LANGUAGE,
        /** New or returning. */
        VISITOR
    }

    /** Sums of one metric; none where it has no number. */
    public MetricSums sums(String key) {
        return metrics.getOrDefault(key, MetricSums.NONE);
    }

    /** Histogram of one quantile metric, empty where it has no number. */
    public SortedMap<Integer, Long> histogram(String key) {
        return bins.getOrDefault(key, new TreeMap<>());
    }
}
