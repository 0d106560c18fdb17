package dev.rapport.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * What the widget costs a page by its own measure: main-thread time in its handlers, as its frames report it.
 *
 * @param seconds seconds in use, each with a frame
 * @param micros main-thread time in them, in microseconds, at least 0
 */
public record WidgetCost(int seconds, long micros) {
    /** Nothing seen yet. */
    public static final WidgetCost NONE = new WidgetCost(0, 0);

    private static final double MINUTE_MILLIS = 60 / 1e3;

    /** With one more second in use, in microseconds as {@link dev.rapport.frame.SummaryField#COST_US}. */
    public WidgetCost and(int more) {
        return new WidgetCost(seconds + 1, micros + more);
    }

    /** Milliseconds of main thread in a minute of use: 60 · micros / seconds / 1000; 0 when nothing was seen. */
    public double millisAMinute() {
        return seconds == 0 ? 0 : MINUTE_MILLIS * micros / seconds;
    }

    /**
     * The costs of several visits side by side.
     *
     * @param visits how many have a second in use
     * @param median ms a minute of use: half of the visits pay at most that (nearest rank)
     * @param high ms a minute of use: 95 % of the visits pay at most that (nearest rank)
     */
    public record Spread(int visits, double median, double high) {}

    /** The spread over visits, none when none has a second in use. */
    public static Optional<Spread> spread(List<WidgetCost> costs) {
        double[] sorted = costs.stream()
                .filter(cost -> cost.seconds > 0)
                .mapToDouble(WidgetCost::millisAMinute)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Spread(sorted.length, rank(sorted, 0.5), rank(sorted, 0.95)));
    }

    private static double rank(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
