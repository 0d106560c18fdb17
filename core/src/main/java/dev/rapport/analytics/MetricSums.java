package dev.rapport.analytics;

/**
 * Mergeable sums of one metric over units with a number each, x, and where it has one a second, y: the covariate from before
 * exposure, or what a ratio is taken by.
 *
 * @param n units with a number
 * @param x Σx
 * @param xx Σx²
 * @param y Σy
 * @param yy Σy²
 * @param xy Σxy
 */
public record MetricSums(double n, double x, double xx, double y, double yy, double xy) {
    /** Sums over no unit. */
    public static final MetricSums NONE = new MetricSums(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public MetricSums plus(MetricSums other) {
        return new MetricSums(n + other.n, x + other.x, xx + other.xx, y + other.y, yy + other.yy, xy + other.xy);
    }

    /** The sums over one unit with these numbers. */
    public static MetricSums of(double x, double y) {
        return new MetricSums(1, x, x * x, y, y * y, x * y);
    }

    /** What is left when {@code other} is taken away. */
    public MetricSums minus(MetricSums other) {
        return new MetricSums(n - other.n, x - other.x, xx - other.xx, y - other.y, yy - other.yy, xy - other.xy);
    }
}
