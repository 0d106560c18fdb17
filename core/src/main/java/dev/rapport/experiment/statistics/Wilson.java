package dev.rapport.experiment.statistics;

/** The interval of a share (Wilson 1927): (p + z²/2n ± z√(p(1-p)/n + z²/4n²))/(1 + z²/n). */
public final class Wilson {
    private Wilson() {}

    /**
     * Where the true share lies.
     *
     * @param hits 0 to {@code n}
     * @param n above 0
     * @param confidence for example 0.95
     */
    public static Interval interval(long hits, long n, double confidence) {
        Possible.that(n > 0 && hits >= 0 && hits <= n, hits + " of " + n + " is no share");
        double z = Normal.upperQuantile((1 - confidence) / 2);
        double p = (double) hits / n;
        double centre = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
        double scale = 1 + z * z / n;
        return new Interval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
    }
}
