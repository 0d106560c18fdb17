package dev.rapport.server.store;

import dev.rapport.analytics.Reports.Quantiles;
import org.apache.datasketches.kll.KllFloatsSketch;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;

/**
 * How numbers are spread, mergeable and of bounded size: an Apache DataSketches KLL sketch with k = 200. Exact up to some 200 numbers;
 * beyond, the rank of a quantile is off by at most 1.33 % in 99 of 100 cases (Karnin, Lang and Liberty, arXiv:1603.05346). Numbers are kept
 * as 32-bit floats. Adding twice counts twice. Not thread-safe.
 */
final class Spread {
    private static final int K = 200;

    private final KllFloatsSketch sketch = KllFloatsSketch.newHeapInstance(K);

    /** Adds one number. */
    void add(double number) {
        sketch.update((float) number);
    }

    /**
     * Adds all numbers of another, as {@link #write} wrote them; no bytes are no numbers.
     *
     * @throws IllegalArgumentException when it is something else
     */
    void merge(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        KllFloatsSketch other;
        try {
            other = KllFloatsSketch.heapify(Memory.wrap(bytes));
        } catch (RuntimeException e) { // a damaged row: the library names what it met, in exceptions of many kinds
            throw new IllegalArgumentException("not a spread of " + bytes.length + " bytes", e);
        }
        sketch.merge(other);
    }

    /** What it says. */
    Quantiles quantiles() {
        return sketch.isEmpty()
                ? Quantiles.NONE
                : new Quantiles(sketch.getN(), at(Quantiles.HALF), at(Quantiles.MOST), at(Quantiles.NEARLY_ALL));
    }

    private double at(double rank) {
        return sketch.getQuantile(rank, QuantileSearchCriteria.INCLUSIVE);
    }

    /** Its bytes: 4 for each of the first some 200 numbers, at most about 2,500 for billions. */
    byte[] write() {
        return sketch.toByteArray();
    }
}
