package dev.rapport.models.onnx;

import java.util.Arrays;
import java.util.List;

/**
 * Boosted trees: {@code logOdds = bias + sum over trees of the leaf's value}, the roots' values being part of the bias. A
 * feature's part is the sum of the changes at the questions that ask for it (Saabas 2014), so the parts and the bias sum to
 * the log-odds exactly.
 *
 * @param features length of a vector; values are clipped to [-1, 1]
 * @param trees in order
 * @param bias log-odds before any question
 */
public record Forest(int features, List<Tree> trees, float bias) implements Network {
    public Forest {
        trees = List.copyOf(trees);
    }

    @Override
    public Normaliser normaliser() {
        float[] ones = new float[features];
        Arrays.fill(ones, 1);
        return new Normaliser(new float[features], ones, 1);
    }

    @Override
    public double logOdds(float[] vector) {
        double sum = bias;
        for (double part : contributions(vector)) {
            sum += part;
        }
        return sum;
    }

    @Override
    public double[] contributions(float[] vector) {
        double[] parts = new double[features];
        float[] clipped = new float[features];
        for (int i = 0; i < features; i++) {
            clipped[i] = Math.clamp(vector[i], -1f, 1f);
        }
        for (Tree tree : trees) {
            tree.addTo(clipped, parts);
        }
        return parts;
    }

    @Override
    public Forest calibrated(double slope, double shift) {
        List<Tree> scaled = trees.stream()
                .map(tree -> new Tree(tree.nodes().stream()
                        .map(n ->
                                new Tree.Node(n.feature(), n.split(), n.left(), n.right(), (float) (slope * n.value())))
                        .toList()))
                .toList();
        return new Forest(features, scaled, (float) (slope * bias + shift));
    }
}
