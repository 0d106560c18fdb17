package dev.rapport.server.store;

import java.util.List;
import java.util.Optional;

/** The roll-up tables: what they are counted by and what they count. All are also by site, simulated, grain and time. */
enum Rollup {
    /** Frames, scores and distinct visits. */
    FRICTION(
            List.of("device"),
            List.of("frames", "scored", "struggling", "score_sum"),
            List.of("visits", "strugglers", "visitors")),
    /** Scored seconds by score and reason. */
    SCORE(List.of("measure", "bin"), List.of("n"), List.of()),
    /** How numbers are spread. */
    SPREAD(List.of("measure", "device"), List.of("n"), List.of(), Optional.of("spread")),
    /** Signals by place. */
    SIGNAL(List.of("page", "element", "kind", "device"), List.of("signals"), List.of("visits")),
    /** What became of hints. */
    HINT(
            List.of("page", "hint", "arm", "device"),
            List.of("sent", "shown", "held_out", "paced", "dismissed", "acted", "helped", "did_not_help"),
            List.of()),
    /** Conversions by name. */
    CONVERSION(List.of("name", "device"), List.of("conversions", "value_sum"), List.of()),
    /** Exposures of experiment arms, by the time of exposure. */
    ARM(
            List.of("experiment", "variation"),
            List.of("exposed", "friction_units", "friction_sum", "friction_squares"),
            List.of()),
    /** Exposed units that converted, by the time of exposure. */
    ARM_CONVERSION(List.of("experiment", "variation", "name"), List.of("converted"), List.of()),
    /** Sums of every metric by arm and segment, by the time of exposure. */
    MEASURE(
            List.of("experiment", "variation", "device", "language", "visitor", "metric"),
            List.of("n", "x", "xx", "y", "yy", "xy"),
            List.of()),
    /** Histograms of quantile metrics by arm and segment, by the time of exposure. */
    BIN(List.of("experiment", "variation", "device", "language", "visitor", "metric", "bin"), List.of("n"), List.of());

    private final List<String> labels;
    private final List<String> sums;
    private final List<String> sketches;
    private final Optional<String> spread;

    Rollup(List<String> labels, List<String> sums, List<String> sketches) {
        this(labels, sums, sketches, Optional.empty());
    }

    Rollup(List<String> labels, List<String> sums, List<String> sketches, Optional<String> spread) {
        this.labels = labels;
        this.sums = sums;
        this.sketches = sketches;
        this.spread = spread;
    }

    /** Table name. */
    String table() {
        return "rollup_" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Text columns of the key. */
    List<String> labels() {
        return labels;
    }

    /** True for a label whose values come from pages, so that there may be any number of them. */
    static boolean open(String label) {
        return switch (label) {
            case "page", "element", "hint", "name" -> true;
            default -> false;
        };
    }

    /** Columns that add up. */
    List<String> sums() {
        return sums;
    }

    /** Columns that are a {@link DistinctCount}. */
    List<String> sketches() {
        return sketches;
    }

    /** The column that is a {@link Spread}; the only sum of such a table says how many numbers are in it. */
    Optional<String> spread() {
        return spread;
    }
}
