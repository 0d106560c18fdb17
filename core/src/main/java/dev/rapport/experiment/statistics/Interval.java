package dev.rapport.experiment.statistics;

/**
 * A stretch of numbers, ends included.
 *
 * @param lower may be -∞
 * @param upper may be +∞
 */
public record Interval(double lower, double upper) {
    /** {@code centre} ± {@code half}. */
    public static Interval around(double centre, double half) {
        return new Interval(centre - half, centre + half);
    }

    /** True when {@code value} lies in it. */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    /** The same in another unit. */
    public Interval times(double factor) {
        return new Interval(lower * factor, upper * factor);
    }

    /** Distance of the ends. */
    public double width() {
        return upper - lower;
    }
}
