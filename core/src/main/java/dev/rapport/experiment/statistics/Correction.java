package dev.rapport.experiment.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Corrections for asking several questions at once. The family is goal metrics × treatments. */
public enum Correction {
    /** Holm 1979: no false claim at all with probability 1 - α. Ascending p·(m - i), running maximum, at most 1. */
    HOLM,
    /** Benjamini, Hochberg 1995: a share α of false claims. Descending p·m/(m - i), running minimum, at most 1. */
    BENJAMINI_HOCHBERG;

    /** Beyond this an adjusted p says nothing, and its interval is the whole line. */
    private static final double NOTHING = 0.999999;

    /** Adjusted p-values in the order given. */
    public List<Double> adjust(List<Double> pValues) {
        pValues.forEach(p -> Possible.that(p >= 0 && p <= 1, "a p-value lies between 0 and 1, not at " + p));
        int m = pValues.size();
        List<Integer> ascending = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        List<Double> adjusted = new ArrayList<>(pValues);
        double last = this == HOLM ? 0 : 1;
        for (int step = 0; step < m; step++) {
            int rank = this == HOLM ? step : m - 1 - step;
            int index = ascending.get(rank);
            double p = pValues.get(index);
            last = switch (this) {
                case HOLM -> Math.min(1, Math.max(last, p * (m - rank)));
                case BENJAMINI_HOCHBERG -> Math.min(last, p * m / (rank + 1));
            };
            adjusted.set(index, last);
        }
        return adjusted;
    }

    /**
     * Widens an interval so that it agrees with an adjusted p-value: sd = |value|/z_{1-p/2}, value ± z_{1-α/2}·sd; taken
     * only where it is wider on both ends.
     */
    public static Interval widen(Interval interval, double value, double adjustedPValue, double alpha) {
        if (adjustedPValue > NOTHING) {
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double deviation = Math.abs(value / Normal.upperQuantile(adjustedPValue / 2));
        Interval wide = Interval.around(value, Normal.upperQuantile(alpha / 2) * deviation);
        return wide.lower() < interval.lower() && wide.upper() > interval.upper() ? wide : interval;
    }
}
