package dev.rapport.models.onnx;

import java.util.Arrays;

/**
 * One hidden layer of rectifiers: {@code logOdds = bias + sum_h out_h * max(0, hiddenBias_h + sum_i hidden_hi * z_i)}.
 * Contributions are those of the linear piece the input lies in, {@code z_i * d logOdds / d z_i}.
 *
 * @param normaliser scaling to z
 * @param hidden weights into the hidden units, row-major {@code [units][features]}
 * @param hiddenBias one per unit
 * @param out weights out of the hidden units
 * @param bias of the output
 */
public record Perceptron(Normaliser normaliser, float[] hidden, float[] hiddenBias, float[] out, float bias)
        implements Network {
    public Perceptron {
        if (hiddenBias.length != out.length || hidden.length != out.length * normaliser.size()) {
            throw new IllegalArgumentException("layer sizes do not fit: " + hidden.length + ", " + hiddenBias.length
                    + ", " + out.length + ", " + normaliser.size());
        }
        hidden = hidden.clone();
        hiddenBias = hiddenBias.clone();
        out = out.clone();
    }

    /** Number of hidden units. */
    public int units() {
        return out.length;
    }

    @Override
    public double logOdds(float[] features) {
        double[] z = normaliser.apply(features);
        double sum = bias;
        for (int h = 0; h < units(); h++) {
            sum += out[h] * Math.max(0, activation(h, z));
        }
        return sum;
    }

    @Override
    public double[] contributions(float[] features) {
        double[] z = normaliser.apply(features);
        double[] parts = new double[z.length];
        for (int h = 0; h < units(); h++) {
            if (activation(h, z) > 0) {
                for (int i = 0; i < z.length; i++) {
                    parts[i] += (double) out[h] * hidden[h * z.length + i] * z[i];
                }
            }
        }
        return parts;
    }

    private double activation(int h, double[] z) {
        double sum = hiddenBias[h];
        for (int i = 0; i < z.length; i++) {
            sum += hidden[h * z.length + i] * z[i];
        }
        return sum;
    }

    @Override
    public Perceptron calibrated(double slope, double shift) {
        float[] scaled = new float[out.length];
        for (int h = 0; h < out.length; h++) {
            scaled[h] = (float) (slope * out[h]);
        }
        return new Perceptron(normaliser, hidden, hiddenBias, scaled, (float) (slope * bias + shift));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Perceptron that
                && normaliser.equals(that.normaliser)
                && Arrays.equals(hidden, that.hidden)
                && Arrays.equals(hiddenBias, that.hiddenBias)
                && Arrays.equals(out, that.out)
                && bias == that.bias;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(hidden) + Arrays.hashCode(out);
    }

    @Override
    public String toString() {
        return "Perceptron[" + units() + " units]";
    }
}
