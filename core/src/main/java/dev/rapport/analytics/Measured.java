package dev.rapport.analytics;

import dev.rapport.experiment.Metric;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.SummaryField;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known so far of one metric of one exposed unit: two numbers whose meaning is the metric's kind's. Both the
 * in-memory reference and the database go through here, so a metric has one definition.
 *
 * @param a how often, or a sum
 * @param b a sum
 */
public record Measured(double a, double b) {
    /** Nothing yet. */
    public static final Measured NOTHING = new Measured(0, 0);

    /** The same trouble counts as met again from so many seconds after exposure on. */
    public static final int RETURN_SECONDS = 10;

    private static final double HUNDREDTHS = 100;
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double BIN = Math.log(1.02);
    private static final int LOWEST_BIN = -1000;

    /** With one more entry that the journal holds after the exposure; the same object when it changes nothing. */
    public Measured after(JournalEntry entry, Metric metric, ExposedUnit unit) {
        if (!unit.isBefore(entry)) {
            return this;
        }
        return switch (metric.kind()) {
            case BINOMIAL, COUNT, MEAN, QUANTILE -> converted(entry, metric, unit);
            case RATIO -> ratio(entry, metric, unit);
            case TIME_TO_SUCCESS ->
                a > 0 || count(entry, metric.event()) == 0 ? this : new Measured(1, unit.secondsTo(entry));
            case FRICTION -> {
                OptionalDouble score = Scores.known(entry.outcome());
                yield score.isPresent() && unit.isSoonBefore(entry)
                        ? new Measured(a + 1, b + score.getAsDouble())
                        : this;
            }
            case ERRORS ->
                unit.isSoonBefore(entry)
                        ? new Measured(
                                a
                                        + entry.frame().summary().get(SummaryField.ERRORS)
                                        + entry.frame().summary().get(SummaryField.INVALIDS),
                                b + 1)
                        : this;
            case HELPFUL, DISMISSED -> said(entry, metric.kind(), unit);
            case RETURNED -> a > 0 || !returned(entry, unit) ? this : new Measured(1, 0);
        };
    }

    /** What this unit adds to its arm's sums; {@link MetricSums#NONE} while it has no number. */
    public MetricSums sums(Metric metric, ExposedUnit unit) {
        if (a == 0 && b == 0) {
            return MetricSums.NONE;
        }
        return switch (metric.kind()) {
            case BINOMIAL, DISMISSED, RETURNED -> MetricSums.of(1, 0);
            case COUNT -> MetricSums.of(capped(a, metric), 0);
            case MEAN, QUANTILE -> MetricSums.of(capped(b, metric), 0);
            case RATIO -> MetricSums.of(capped(a, metric), b);
            case TIME_TO_SUCCESS -> MetricSums.of(Math.max(0, Metric.LONGEST_SECONDS - b), 0);
            case FRICTION -> MetricSums.of(b / a, unit.before());
            case ERRORS -> MetricSums.of(a, b);
            case HELPFUL -> MetricSums.of(b, 0);
        };
    }

    /** The place of this unit in the histogram of a quantile; bins are 2 % wide. Empty for other kinds, or without a number. */
    public OptionalInt bin(Metric metric) {
        if (metric.kind() != Metric.Kind.QUANTILE || a == 0) {
            return OptionalInt.empty();
        }
        double value = capped(b, metric);
        return OptionalInt.of(value <= 0 ? LOWEST_BIN : Math.max(LOWEST_BIN, (int) Math.floor(Math.log(value) / BIN)));
    }

    /** Where a bin begins. */
    public static double binStart(int bin) {
        return bin <= LOWEST_BIN ? 0 : Math.exp(bin * BIN);
    }

    private Measured converted(JournalEntry entry, Metric metric, ExposedUnit unit) {
        int more = count(entry, metric.event());
        if (more == 0 || !inWindow(entry, metric, unit)) {
            return this;
        }
        return metric.kind() == Metric.Kind.BINOMIAL
                ? new Measured(1, 0)
                : new Measured(a + more, b + value(entry, metric.event()));
    }

    private Measured ratio(JournalEntry entry, Metric metric, ExposedUnit unit) {
        int per = count(entry, metric.per());
        if ((per == 0 && count(entry, metric.event()) == 0) || !inWindow(entry, metric, unit)) {
            return this;
        }
        return new Measured(a + value(entry, metric.event()), b + per);
    }

    /** The newest answer counts. */
    private Measured said(JournalEntry entry, Metric.Kind kind, ExposedUnit unit) {
        Measured now = this;
        for (VisitorEvent event : entry.frame().events()) {
            boolean ours = !unit.hint().isEmpty() && event.name().equals(unit.hint());
            if (ours
                    && kind == Metric.Kind.HELPFUL
                    && event.kind() == EventKind.HINT_HELPED
                    && event.value() >= 0
                    && event.value() <= 1) {
                now = new Measured(1, event.value());
            }
            if (ours && kind == Metric.Kind.DISMISSED && event.kind() == EventKind.HINT_DISMISSED && a == 0) {
                now = new Measured(1, 0);
            }
        }
        return now;
    }

    private static boolean returned(JournalEntry entry, ExposedUnit unit) {
        return unit.inVisit(entry)
                && entry.frame().second() >= unit.second() + RETURN_SECONDS
                && entry.frame().signals().stream()
                        .anyMatch(signal -> unit.element().isEmpty()
                                ? entry.frame().page().equals(unit.page())
                                : signal.element().equals(unit.element()));
    }

    private static boolean inWindow(JournalEntry entry, Metric metric, ExposedUnit unit) {
        return metric.windowHours() == 0 || unit.secondsTo(entry) <= metric.windowHours() * SECONDS_AN_HOUR;
    }

    private static int count(JournalEntry entry, String name) {
        return (int) entry.frame().events().stream()
                .filter(event ->
                        event.kind() == EventKind.CONVERSION && event.name().equals(name))
                .count();
    }

    private static double value(JournalEntry entry, String name) {
        return entry.frame().events().stream()
                        .filter(event -> event.kind() == EventKind.CONVERSION
                                && event.name().equals(name))
                        .mapToDouble(VisitorEvent::value)
                        .sum()
                / HUNDREDTHS;
    }

    private static double capped(double value, Metric metric) {
        return metric.cap() > 0 ? Math.min(value, metric.cap()) : value;
    }
}
