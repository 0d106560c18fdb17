package dev.rapport.models.train;

import dev.rapport.models.onnx.Forest;
import dev.rapport.models.onnx.Network;
import dev.rapport.models.onnx.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient-boosted trees for the logistic loss by second-order steps (Chen and Guestrin 2016): a node's value is
 * {@code -G / (H + lambda)}, a split's gain {@code G_l^2/(H_l+lambda) + G_r^2/(H_r+lambda) - G^2/(H+lambda)}. The log-odds can
 * only rise with every feature: a split must give the right side at least the left side's value, and both sides' subtrees
 * stay on their side of the middle. Splits lie between at most {@value #BINS} values a feature. One thread, fixed order:
 * the same examples give the same bits.
 */
public final class Boosting implements Trainer {
    private static final int BINS = 32;
    private static final int DEPTH = 3;
    private static final double RATE = 0.1;
    private static final double LAMBDA = 5;
    private static final double LEAST_WEIGHT = 4;

    private final int rounds;

    /** A trainer of so many trees. */
    public Boosting(double rounds) {
        this.rounds = (int) rounds;
    }

    @Override
    public Network train(Examples examples) {
        examples.check();
        Binned binned = Binned.of(examples.rows(), BINS);
        int n = examples.size();
        double share = (double) examples.positives() / n;
        double bias = StrictMath.log(share / (1 - share));
        double[] logOdds = new double[n];
        Arrays.fill(logOdds, bias);
        double[] slope = new double[n];
        double[] curve = new double[n];
        List<Tree> trees = new ArrayList<>();
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < n; i++) {
                double p = Network.sigmoid(logOdds[i]);
                slope[i] = p - examples.labels()[i];
                curve[i] = Math.max(1e-6, p * (1 - p));
            }
            Growth growth = new Growth(binned, slope, curve, logOdds);
            growth.grow(all, DEPTH, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            trees.add(new Tree(growth.nodes));
            bias += growth.nodes.getFirst().value();
        }
        return new Forest(examples.rows()[0].length, trees, (float) bias);
    }

    /** One tree growing; leaves move the log-odds of their examples. */
    private static final class Growth {
        private final List<Tree.Node> nodes = new ArrayList<>();
        private final Binned binned;
        private final double[] slope;
        private final double[] curve;
        private final double[] logOdds;

        Growth(Binned binned, double[] slope, double[] curve, double[] logOdds) {
            this.binned = binned;
            this.slope = slope;
            this.curve = curve;
            this.logOdds = logOdds;
        }

        /** Grows the subtree of some examples, its values between {@code low} and {@code high}; returns its number. */
        int grow(int[] members, int depth, double low, double high) {
            double g = 0;
            double h = 0;
            for (int i : members) {
                g += slope[i];
                h += curve[i];
            }
            double value = Math.clamp(-g / (h + LAMBDA), low, high);
            int place = nodes.size();
            nodes.add(new Tree.Node(-1, 0, 0, 0, (float) (RATE * value)));
            Split best = depth == 0 ? Split.NONE : best(members, g, h, low, high);
            if (best.feature() < 0) {
                for (int i : members) {
                    logOdds[i] += RATE * value;
                }
                return place;
            }
            int[] left = Arrays.stream(members)
                    .filter(i -> binned.bin(i, best.feature()) <= best.bin())
                    .toArray();
            int[] right = Arrays.stream(members)
                    .filter(i -> binned.bin(i, best.feature()) > best.bin())
                    .toArray();
            double middle = (best.left() + best.right()) / 2;
            int leftPlace = grow(left, depth - 1, low, middle);
            int rightPlace = grow(right, depth - 1, middle, high);
            float split = binned.split(best.feature(), best.bin());
            nodes.set(place, new Tree.Node(best.feature(), split, leftPlace, rightPlace, (float) (RATE * value)));
            return place;
        }

        private Split best(int[] members, double g, double h, double low, double high) {
            Split best = Split.NONE;
            for (int f = 0; f < binned.features(); f++) {
                double[] gs = new double[BINS];
                double[] hs = new double[BINS];
                for (int i : members) {
                    int bin = binned.bin(i, f);
                    gs[bin] += slope[i];
                    hs[bin] += curve[i];
                }
                double gl = 0;
                double hl = 0;
                for (int bin = 0; bin < BINS - 1; bin++) {
                    gl += gs[bin];
                    hl += hs[bin];
                    double hr = h - hl;
                    if (hl < LEAST_WEIGHT || hr < LEAST_WEIGHT) {
                        continue;
                    }
                    double gr = g - gl;
                    double left = Math.clamp(-gl / (hl + LAMBDA), low, high);
                    double right = Math.clamp(-gr / (hr + LAMBDA), low, high);
                    double gain = gl * gl / (hl + LAMBDA) + gr * gr / (hr + LAMBDA) - g * g / (h + LAMBDA);
                    if (left <= right && gain > best.gain()) {
                        best = new Split(f, bin, gain, left, right);
                    }
                }
            }
            return best;
        }
    }

    private record Split(int feature, int bin, double gain, double left, double right) {
        static final Split NONE = new Split(-1, 0, 1e-3, 0, 0);
    }
}
