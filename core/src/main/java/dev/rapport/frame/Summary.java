package dev.rapport.frame;

import java.util.Arrays;

/**
 * One second's mergeable numbers: non-negative counts and sums, indexed by {@link SummaryField}. Immutable. Merging is
 * addition, so it is associative and commutative: any grouping of seconds gives the same window.
 */
public final class Summary {
    /** The summary of a second in which nothing happened. */
    public static final Summary EMPTY = new Summary(new int[SummaryField.COUNT]);

    private final int[] values;

    private Summary(int[] values) {
        this.values = values;
    }

    /** A summary of exactly {@link SummaryField#COUNT} non-negative values in wire order; the array is copied. */
    public static Summary of(int... values) {
        if (values.length != SummaryField.COUNT) {
            throw new IllegalArgumentException(
                    "a summary has " + SummaryField.COUNT + " numbers, got " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0) {
                throw new IllegalArgumentException(SummaryField.values()[i].word() + " is negative: " + values[i]);
            }
        }
        return new Summary(values.clone());
    }

    /** The value of one field, in the field's unit. */
    public int get(SummaryField field) {
        return values[field.ordinal()];
    }

    /** How many numbers stand on the wire: all up to the last that is not zero, at least {@link SummaryField#LEAST}. */
    int length() {
        int length = values.length;
        while (length > SummaryField.LEAST && values[length - 1] == 0) {
            length--;
        }
        return length;
    }

    /** The sum of both, field by field; saturates at {@link Integer#MAX_VALUE}. */
    public Summary plus(Summary other) {
        int[] sum = new int[values.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (int) Math.min(Integer.MAX_VALUE, (long) values[i] + other.values[i]);
        }
        return new Summary(sum);
    }

    /** Adds these numbers to {@code sums}, which has {@link SummaryField#COUNT} places; saturates. */
    public void addTo(int[] sums) {
        for (int i = 0; i < values.length; i++) {
            sums[i] = (int) Math.min(Integer.MAX_VALUE, (long) sums[i] + values[i]);
        }
    }

    /** A summary that takes over {@code values} without a copy; the caller must not change it any more. */
    static Summary owning(int[] values) {
        return new Summary(values);
    }

    /** A copy in wire order. */
    public int[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Summary that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Summary" + Arrays.toString(values);
    }
}
