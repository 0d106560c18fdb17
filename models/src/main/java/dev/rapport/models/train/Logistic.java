package dev.rapport.models.train;

import dev.rapport.models.onnx.Additive;
import dev.rapport.models.onnx.Network;
import dev.rapport.models.onnx.Normaliser;
import java.util.Arrays;

/**
 * Logistic regression with an L2 penalty and weights of at least 0, so that no sign of trouble can ever lower a score:
 * minimises {@code sum_i log(1 + exp(-s_i (b + w z_i))) + strength / 2 * |w|^2} by Newton steps; each step's quadratic is
 * solved by projected coordinate descent. Features already lie in [-1, 1] with 0 for "nothing unusual", so they are not
 * scaled, and a weight reads as log-odds at full strength.
 */
public final class Logistic implements Trainer {
    private static final int MOST_STEPS = 60;
    private static final int MOST_SWEEPS = 400;
    private static final double CLOSE = 1e-9;
    private final double strength;

    /** A trainer with an L2 strength above 0. */
    public Logistic(double strength) {
        this.strength = strength;
    }

    @Override
    public Network train(Examples examples) {
        examples.check();
        int features = examples.rows()[0].length;
        double[] w = new double[features + 1];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = newton(examples, w);
            double change = 0;
            for (int j = 0; j < w.length; j++) {
                change = Math.max(change, Math.abs(next[j] - w[j]));
            }
            w = next;
            if (change < CLOSE) {
                break;
            }
        }
        float[] weights = new float[features];
        for (int j = 0; j < features; j++) {
            weights[j] = (float) w[j];
        }
        float[] ones = new float[features];
        Arrays.fill(ones, 1);
        return new Additive(new Normaliser(new float[features], ones, 1), weights, (float) w[features]);
    }

    /** Minimises the quadratic around {@code w}; the last weight is the bias. */
    private double[] newton(Examples examples, double[] w) {
        int n = w.length;
        double[][] hessian = new double[n][n];
        double[] gradient = new double[n];
        for (int i = 0; i < examples.size(); i++) {
            double[] row = examples.rows()[i];
            double logOdds = w[n - 1];
            for (int j = 0; j < n - 1; j++) {
                logOdds += w[j] * row[j];
            }
            double p = Network.sigmoid(logOdds);
            double curve = Math.max(1e-6, p * (1 - p));
            double slope = p - examples.labels()[i];
            for (int j = 0; j < n; j++) {
                double xj = j == n - 1 ? 1 : row[j];
                if (xj != 0) {
                    gradient[j] += slope * xj;
                    for (int k = 0; k <= j; k++) {
                        hessian[j][k] += curve * xj * (k == n - 1 ? 1 : row[k]);
                    }
                }
            }
        }
        for (int j = 0; j < n - 1; j++) {
            gradient[j] += strength * w[j];
            hessian[j][j] += strength;
        }
        return solve(hessian, gradient, w);
    }

    private static double[] solve(double[][] hessian, double[] gradient, double[] w) {
        int n = w.length;
        double[] next = w.clone();
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double change = 0;
            for (int j = 0; j < n; j++) {
                double slope = gradient[j];
                for (int k = 0; k < n; k++) {
                    slope += (k <= j ? hessian[j][k] : hessian[k][j]) * (next[k] - w[k]);
                }
                double value = next[j] - slope / hessian[j][j];
                value = j == n - 1 ? value : Math.max(0, value);
                change = Math.max(change, Math.abs(value - next[j]));
                next[j] = value;
            }
            if (change < CLOSE / 10) {
                break;
            }
        }
        return next;
    }
}
