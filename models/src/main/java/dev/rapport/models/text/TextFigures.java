package dev.rapport.models.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** How right probabilities were. */
final class TextFigures {
    private static final int DRAWS = 1_000;
    private static final long SEED = 20_261_123;
    private static final int BINS = 10;

    private TextFigures() {}

    /** Whether each text is frustration-like. */
    static boolean[] truth(List<TextExample> examples) {
        boolean[] truth = new boolean[examples.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = examples.get(i).labels().contains(TextLabel.FRUSTRATION);
        }
        return truth;
    }

    /** Share of pairs of one true and one false text in which the true one has the higher probability; equal ones count half. */
    static double auc(double[] said, boolean[] truth) {
        int[] order = ascending(said);
        double ranks = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && said[order[to]] == said[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                if (truth[order[i]]) {
                    ranks += rank;
                    positives++;
                }
            }
            from = to;
        }
        return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * (order.length - positives));
    }

    /** Mean of the precision at each true text, from the most probable down; texts of one probability count together. */
    static double averagePrecision(double[] said, boolean[] truth) {
        int[] order = ascending(said);
        double sum = 0;
        int found = 0;
        int seen = 0;
        for (int from = order.length - 1; from >= 0; ) {
            int to = from;
            int here = 0;
            while (to >= 0 && said[order[to]] == said[order[from]]) {
                here += truth[order[to]] ? 1 : 0;
                to--;
            }
            seen += from - to;
            found += here;
            sum += here * (double) found / seen;
            from = to;
        }
        return sum / found;
    }

    private static int[] ascending(double[] said) {
        return IntStream.range(0, said.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> said[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Harmonic mean of precision and recall of "at or above the threshold". */
    static double f1(double[] said, boolean[] truth, double threshold) {
        int right = 0;
        int claimed = 0;
        int positives = 0;
        for (int i = 0; i < said.length; i++) {
            boolean claim = said[i] >= threshold;
            claimed += claim ? 1 : 0;
            positives += truth[i] ? 1 : 0;
            right += claim && truth[i] ? 1 : 0;
        }
        return claimed + positives == 0 ? 0 : 2.0 * right / (claimed + positives);
    }

    /** Mean distance of probability and share that was true, over ten bins of equal width, weighted by texts. */
    static double calibrationError(double[] said, boolean[] truth) {
        double[] sum = new double[BINS];
        double[] hits = new double[BINS];
        for (int i = 0; i < said.length; i++) {
            int bin = Math.min(BINS - 1, (int) (said[i] * BINS));
            sum[bin] += said[i];
            hits[bin] += truth[i] ? 1 : 0;
        }
        return IntStream.range(0, BINS)
                        .mapToDouble(b -> Math.abs(sum[b] - hits[b]))
                        .sum()
                / said.length;
    }

    /** 2.5 % and 97.5 % quantiles of a figure over texts drawn anew with replacement; draws of one class are left out. */
    static double[] interval(double[] said, boolean[] truth, BiFunction<double[], boolean[], Double> figure) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] draws = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] p = new double[said.length];
            boolean[] y = new boolean[said.length];
            for (int i = 0; i < p.length; i++) {
                int j = random.nextInt(p.length);
                p[i] = said[j];
                y[i] = truth[j];
            }
            draws[draw] = figure.apply(p, y);
        }
        double[] finite = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        if (finite.length < DRAWS / 2) {
            return new double[] {Double.NaN, Double.NaN};
        }
        return new double[] {finite[(int) (0.025 * finite.length)], finite[(int) (0.975 * (finite.length - 1))]};
    }
}
