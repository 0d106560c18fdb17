package dev.rapport.frame;

import java.util.Arrays;

/**
 * One second's mergeable numbers: non-negative counts and sums, indexed by {@link SummaryField}. Immutable. Merging is
 * addition, so it is associative and commutative: any grouping of seconds gives the same window.
 */
public final class Summary {
    /** The summary of a second in which nothing happened. */
    public static final Summary EMPTY = new Summary(new int[SummaryField.LEAST]);

    /** The first {@link SummaryField#LEAST} numbers when all others are zero, as in most seconds; otherwise all. */
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
        return owning(values.clone());
    }

    /** The value of one field, in the field's unit. */
    public int get(SummaryField field) {
        int place = field.ordinal();
        return place < values.length ? values[place] : 0;
    }

    /** Fields whose ordinal is this or higher are zero. */
    public int places() {
        return values.length;
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
        int[] sum = toArray();
        other.addTo(sum);
        return owning(sum);
    }

    /** Adds these numbers to {@code sums}, which has {@link SummaryField#COUNT} places; saturates. */
    public void addTo(int[] sums) {
        for (int i = 0; i < values.length; i++) {
            sums[i] = (int) Math.min(Integer.MAX_VALUE, (long) sums[i] + values[i]);
        }
    }

    /** A summary that takes over {@code values}, all of them or the first {@link SummaryField#LEAST}; the caller must not change them any more. */
    static Summary owning(int[] values) {
        for (int i = values.length - 1; i >= SummaryField.LEAST; i--) {
            if (values[i] != 0) {
                return new Summary(values);
            }
        }
        return new Summary(values.length == SummaryField.LEAST ? values : Arrays.copyOf(values, SummaryField.LEAST));
    }

    /** A copy in wire order. */
    public int[] toArray() {
        return Arrays.copyOf(values, SummaryField.COUNT);
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
        return "Summary" + Arrays.toString(toArray());
    }
}
