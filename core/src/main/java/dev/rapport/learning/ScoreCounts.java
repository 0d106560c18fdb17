package dev.rapport.learning;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scored seconds of a stretch of time: how high the friction model scored them, and why.
 *
 * @param bins seconds by the model's probability, {@value #BINS} bins of equal width
 * @param reasons seconds by the name of a cause that was among their reasons
 */
public record ScoreCounts(List<Long> bins, Map<String, Long> reasons) {
    /** Number of bins. */
    public static final int BINS = 20;

    /** No seconds. */
    public static final ScoreCounts NONE = new ScoreCounts(Collections.nCopies(BINS, 0L), Map.of());

    public ScoreCounts {
        bins = List.copyOf(bins);
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
        if (bins.size() != BINS) {
            throw new IllegalArgumentException("scores are counted in " + BINS + " bins, got " + bins.size());
        }
    }

    /** The bin of a probability. */
    public static int bin(double probability) {
        return (int) Math.min(BINS - 1, Math.floor(probability * BINS + 1e-9));
    }

    /** Seconds with a score. */
    public long scored() {
        return bins.stream().mapToLong(Long::longValue).sum();
    }

    /** Share of scored seconds at or above a probability, which is rounded down to the edge of a bin; NaN without any. */
    public double above(double probability) {
        return bins.stream().skip(bin(probability)).mapToLong(Long::longValue).sum() / (double) scored();
    }
}
