package dev.rapport.models.onnx;

import java.util.ArrayList;
import java.util.List;
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

    /** A random forest of trees with two questions each. */
    public static Forest forest(int features, int trees, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Tree> grown = new ArrayList<>();
        for (int t = 0; t < trees; t++) {
            float[] v = vector(7, random);
            grown.add(new Tree(List.of(
                    new Tree.Node(random.nextInt(features), v[0] / 2, 1, 2, v[1]),
                    new Tree.Node(-1, 0, 0, 0, v[2]),
                    new Tree.Node(random.nextInt(features), v[3] / 2, 3, 4, v[4]),
                    new Tree.Node(-1, 0, 0, 0, v[5]),
                    new Tree.Node(-1, 0, 0, 0, v[6]))));
        }
        return new Forest(features, grown, 0.1f);
    }
}
