package dev.rapport.models.onnx;

import java.util.Arrays;

/**
 * Brings features to one scale: {@code z_i = clip((x_i - centre_i) * gain_i, -limit, limit)}. The centre is what a calm
 * visit usually has, so that a contribution reads "more than usual".
 *
 * @param centre value that gives 0, per feature
 * @param gain 1 / spread, per feature
 * @param limit largest absolute value after scaling, above 0
 */
public record Normaliser(float[] centre, float[] gain, float limit) {
    public Normaliser {
        if (centre.length != gain.length) {
            throw new IllegalArgumentException(centre.length + " centres, " + gain.length + " gains");
        }
        if (!(limit > 0)) {
            throw new IllegalArgumentException("limit must be above 0: " + limit);
        }
        centre = centre.clone();
        gain = gain.clone();
    }

    /** Number of features. */
    public int size() {
        return centre.length;
    }

    /** The scaled copy of {@code features}. */
    public double[] apply(float[] features) {
        double[] scaled = new double[centre.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.clamp(((double) features[i] - centre[i]) * gain[i], -limit, limit);
        }
        return scaled;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Normaliser that
                && Arrays.equals(centre, that.centre)
                && Arrays.equals(gain, that.gain)
                && limit == that.limit;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(centre) + Arrays.hashCode(gain);
    }

    @Override
    public String toString() {
        return "Normaliser[" + centre.length + " features, limit " + limit + "]";
    }
}
