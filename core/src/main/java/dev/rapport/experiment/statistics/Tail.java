package dev.rapport.experiment.statistics;

/** The question of a test. */
public enum Tail {
    /** Is there a difference? */
    TWO_SIDED,
    /** Is the treatment higher? Interval [lower, ∞). */
    GREATER,
    /** Is the treatment lower? Interval (-∞, upper]. */
    LESSER;

    Interval interval(double value, double half) {
        return switch (this) {
            case TWO_SIDED -> Interval.around(value, half);
            case GREATER -> new Interval(value - half, Double.POSITIVE_INFINITY);
            case LESSER -> new Interval(Double.NEGATIVE_INFINITY, value + half);
        };
    }
}
