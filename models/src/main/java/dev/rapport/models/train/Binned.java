package dev.rapport.models.train;

import java.util.Arrays;

/**
 * A matrix whose values are replaced by the number of their bin; bins of a feature hold about equally many different values.
 *
 * @param bins row by row
 * @param edges largest value of each bin but the last, by feature
 */
record Binned(byte[][] bins, float[][] edges) {
    /** At most {@code most} bins a feature. */
    static Binned of(double[][] rows, int most) {
        int features = rows[0].length;
        float[][] edges = new float[features][];
        byte[][] bins = new byte[rows.length][features];
        for (int f = 0; f < features; f++) {
            int feature = f;
            double[] values = Arrays.stream(rows)
                    .mapToDouble(r -> r[feature])
                    .sorted()
                    .distinct()
                    .toArray();
            int count = Math.min(most, values.length);
            edges[f] = new float[count - 1];
            for (int b = 1; b < count; b++) {
                int at = (int) ((long) b * values.length / count);
                edges[f][b - 1] = (float) ((values[at - 1] + values[at]) / 2);
            }
            for (int i = 0; i < rows.length; i++) {
                int place = Arrays.binarySearch(edges[f], (float) rows[i][f]);
                bins[i][f] = (byte) (place >= 0 ? place : -place - 1);
            }
        }
        return new Binned(bins, edges);
    }

    int features() {
        return edges.length;
    }

    int bin(int row, int feature) {
        return bins[row][feature];
    }

    /** The largest value that still lies in {@code bin} or below. */
    float split(int feature, int bin) {
        return bin < edges[feature].length ? edges[feature][bin] : Float.MAX_VALUE;
    }
}
