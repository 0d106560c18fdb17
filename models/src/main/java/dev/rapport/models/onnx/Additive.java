package dev.rapport.models.onnx;

import java.util.Arrays;

/**
 * A logistic model: {@code logOdds = bias + sum_i weight_i * z_i}. Every feature's part is plain to see.
 *
 * @param normaliser scaling to z
 * @param weights log-odds per unit of z
 * @param bias log-odds where every z is 0
 */
public record Additive(Normaliser normaliser, float[] weights, float bias) implements Network {
    public Additive {
        if (weights.length != normaliser.size()) {
            throw new IllegalArgumentException(weights.length + " weights for " + normaliser.size() + " features");
        }
        weights = weights.clone();
    }

    @Override
    public double logOdds(float[] features) {
        double sum = bias;
        for (double contribution : contributions(features)) {
            sum += contribution;
        }
        return sum;
    }

    @Override
    public double[] contributions(float[] features) {
        double[] parts = normaliser.apply(features);
        for (int i = 0; i < parts.length; i++) {
            parts[i] *= weights[i];
        }
        return parts;
    }

    @Override
    public Additive calibrated(double slope, double shift) {
        float[] scaled = new float[weights.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (slope * weights[i]);
        }
        return new Additive(normaliser, scaled, (float) (slope * bias + shift));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Additive that
                && normaliser.equals(that.normaliser)
                && Arrays.equals(weights, that.weights)
                && bias == that.bias;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + Float.hashCode(bias);
    }

    @Override
    public String toString() {
        return "Additive[bias " + bias + ", weights " + Arrays.toString(weights) + "]";
    }
}
