package dev.rapport.models.train;

import dev.rapport.models.onnx.Network;
import dev.rapport.models.onnx.Normaliser;
import dev.rapport.models.onnx.Perceptron;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A perceptron with one hidden layer of {@value #UNITS} rectifiers and weights of at least 0, so that no sign of trouble can
 * lower a score: all examples at once, {@value #STEPS} Adam steps (Kingma and Ba 2015) on the log-loss with an L2 penalty,
 * negative weights set to 0 after each. A fixed seed and order: the same examples give the same bits.
 */
public final class Rectifying implements Trainer {
    private static final int UNITS = 6;
    private static final int STEPS = 160;
    private static final double RATE = 0.05;
    private static final long SEED = 11;

    private final double strength;

    /** A trainer with an L2 strength above 0. */
    public Rectifying(double strength) {
        this.strength = strength;
    }

    @Override
    public Network train(Examples examples) {
        examples.check();
        int features = examples.rows()[0].length;
        int biases = UNITS * features;
        int outs = biases + UNITS;
        int last = outs + UNITS;
        double[] w = new double[last + 1];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < biases; i++) {
            w[i] = random.nextDouble();
        }
        for (int u = 0; u < UNITS; u++) {
            w[biases + u] = -random.nextDouble();
            w[outs + u] = 0.5 + random.nextDouble();
        }
        double share = (double) examples.positives() / examples.size();
        w[last] = StrictMath.log(share / (1 - share)) - 1;
        int[][] present = present(examples.rows());
        double[] mean = new double[w.length];
        double[] square = new double[w.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] gradient = gradient(examples, present, w, features);
            for (int i = 0; i < w.length; i++) {
                boolean weight = i < biases || (i >= outs && i < last);
                double g = (gradient[i] + (weight ? strength * w[i] : 0)) / examples.size();
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                square[i] = 0.99 * square[i] + 0.01 * g * g;
                double fair = mean[i] / (1 - StrictMath.pow(0.9, step));
                double spread = Math.sqrt(square[i] / (1 - StrictMath.pow(0.99, step)));
                w[i] -= RATE * fair / (spread + 1e-8);
                w[i] = weight ? Math.max(0, w[i]) : w[i];
            }
        }
        float[] ones = new float[features];
        Arrays.fill(ones, 1);
        return new Perceptron(
                new Normaliser(new float[features], ones, 1),
                floats(w, 0, biases),
                floats(w, biases, outs),
                floats(w, outs, last),
                (float) w[last]);
    }

    private static double[] gradient(Examples examples, int[][] present, double[] w, int features) {
        int biases = UNITS * features;
        int outs = biases + UNITS;
        int last = outs + UNITS;
        double[] gradient = new double[w.length];
        double[] activation = new double[UNITS];
        for (int i = 0; i < examples.size(); i++) {
            double[] row = examples.rows()[i];
            double z = w[last];
            for (int u = 0; u < UNITS; u++) {
                double a = w[biases + u];
                for (int j : present[i]) {
                    a += w[u * features + j] * row[j];
                }
                activation[u] = a;
                z += w[outs + u] * Math.max(0, a);
            }
            double slope = Network.sigmoid(z) - examples.labels()[i];
            gradient[last] += slope;
            for (int u = 0; u < UNITS; u++) {
                if (activation[u] > 0) {
                    gradient[outs + u] += slope * activation[u];
                    double back = slope * w[outs + u];
                    gradient[biases + u] += back;
                    for (int j : present[i]) {
                        gradient[u * features + j] += back * row[j];
                    }
                }
            }
        }
        return gradient;
    }

    /** Most features are 0 most of the time: the places of those that are not. */
    private static int[][] present(double[][] rows) {
        int[][] present = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            present[i] = java.util.stream.IntStream.range(0, row.length)
                    .filter(j -> row[j] != 0)
                    .toArray();
        }
        return present;
    }

    private static float[] floats(double[] from, int start, int end) {
        float[] floats = new float[end - start];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) from[start + i];
        }
        return floats;
    }
}
