package dev.rapport.models.onnx;

import java.util.SplittableRandom;

/** Networks with random numbers for tests. */
public final class Networks {
    private Networks() {}

    /** Numbers between -1.5 and 1.5, so that clipping takes part. */
    public static float[] vector(int size, SplittableRandom random) {
        float[] x = new float[size];
        for (int i = 0; i < size; i++) {
            x[i] = (float) (3 * random.nextDouble() - 1.5);
        }
        return x;
    }

    private static Normaliser normaliser(int features, SplittableRandom random) {
        float[] gain = vector(features, random);
        return new Normaliser(vector(features, random), gain, 1.2f);
    }

    /** A random additive network. */
    public static Additive additive(int features, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Additive(normaliser(features, random), vector(features, random), -0.3f);
    }

    /** A random network with a hidden layer. */
    public static Perceptron perceptron(int features, int units, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Perceptron(
                normaliser(features, random),
                vector(features * units, random),
                vector(units, random),
                vector(units, random),
                0.2f);
    }
}
