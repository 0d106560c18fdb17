package dev.rapport.models.onnx;

/** Trained numbers that can be evaluated here and written as an ONNX graph giving the same answers. */
public sealed interface Network permits Additive, Perceptron, Forest {
    /** How features are scaled first. */
    Normaliser normaliser();

    /** Log-odds of struggling for one feature vector. */
    double logOdds(float[] features);

    /** Log-odds each feature adds; with {@link #rest} they sum to {@link #logOdds}. */
    double[] contributions(float[] features);

    /** The part of the log-odds that belongs to no feature. */
    default double rest(float[] features) {
        double sum = 0;
        for (double contribution : contributions(features)) {
            sum += contribution;
        }
        return logOdds(features) - sum;
    }

    /** The same network after Platt calibration: log-odds become {@code slope * logOdds + shift}. */
    Network calibrated(double slope, double shift);

    /** Probability of struggling for one feature vector. */
    default double probability(float[] features) {
        return sigmoid(logOdds(features));
    }

    /** {@code 1 / (1 + exp(-z))}, the same bits on every machine. */
    static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }
}
