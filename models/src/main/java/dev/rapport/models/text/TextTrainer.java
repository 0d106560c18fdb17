package dev.rapport.models.text;

import dev.rapport.learning.Platt;
import dev.rapport.models.onnx.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a {@link TextTable}: several networks of different seeds, each a vector a bucket shared by all GoEmotions categories and our
 * labels, so that rare words learn from every category; since they are linear, their mean folds into one number a bucket and label.
 * The buckets that say most are kept, rounded to a byte, and calibrated on texts that were not trained on. The same texts give the same
 * bytes.
 */
final class TextTrainer {
    private static final int BUCKETS = 1 << TextPieces.BITS;
    private static final int LABELS = TextLabel.values().length;
    private static final int SEEDS = 3;
    private static final int LEAST_TEXTS = 2;

    /** Buckets of the table: with them it stays below 150 kB compressed. */
    private static final int KEPT = 30_000;

    private final List<TextExample> examples;
    private final int[][] pieces;
    private final int[] texts = new int[BUCKETS];
    private final int categories;

    private TextTrainer(List<TextExample> examples, int categories) {
        this.examples = examples;
        this.categories = categories;
        this.pieces = pieces(examples);
        for (int[] text : pieces) {
            for (int bucket : text) {
                texts[bucket]++;
            }
        }
    }

    private static int[][] pieces(List<TextExample> examples) {
        return examples.stream().map(e -> TextPieces.of(e.text()).buckets()).toArray(int[][]::new);
    }

    /** The calibrated table of {@code training}; {@code development} texts set only its bias and scale. */
    static TextTable train(List<TextExample> training, List<TextExample> development, int categories) {
        TextTrainer trainer = new TextTrainer(training, categories);
        float[][] sum = new float[BUCKETS][];
        for (int seed = 1; seed <= SEEDS; seed++) {
            trainer.addTo(sum, new TextNetwork(trainer.texts, LEAST_TEXTS, categories + LABELS, seed));
        }
        return calibrated(trainer.rounded(sum), development);
    }

    private void addTo(float[][] sum, TextNetwork network) {
        int[] order = IntStream.range(0, pieces.length).toArray();
        for (int epoch = 0; epoch < TextNetwork.EPOCHS; epoch++) {
            network.beginEpoch(epoch, order);
            for (int i : order) {
                network.learn(pieces[i], output -> truth(examples.get(i), output));
            }
        }
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (texts[bucket] >= LEAST_TEXTS) {
                sum[bucket] = sum[bucket] == null ? new float[LABELS] : sum[bucket];
                for (int label = 0; label < LABELS; label++) {
                    sum[bucket][label] += (float) network.weight(bucket, categories + label) / SEEDS;
                }
            }
        }
    }

    private boolean truth(TextExample example, int output) {
        return output < categories
                ? example.emotions().get(output)
                : example.labels().contains(TextLabel.values()[output - categories]);
    }

    /** The buckets whose largest weight times the root of their number of texts is largest, as bytes. */
    private TextTable rounded(float[][] weights) {
        double[] says = new double[BUCKETS];
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            for (int label = 0; weights[bucket] != null && label < LABELS; label++) {
                says[bucket] = Math.max(says[bucket], Math.abs(weights[bucket][label]) * Math.sqrt(texts[bucket]));
            }
        }
        int[] kept = IntStream.range(0, BUCKETS)
                .filter(bucket -> says[bucket] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer bucket) -> -says[bucket]))
                .limit(KEPT)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        float[] scale = new float[LABELS];
        for (int bucket : kept) {
            for (int label = 0; label < LABELS; label++) {
                scale[label] = Math.max(scale[label], Math.abs(weights[bucket][label]) / Byte.MAX_VALUE);
            }
        }
        byte[] rounded = new byte[kept.length * LABELS];
        for (int row = 0; row < kept.length; row++) {
            for (int label = 0; label < LABELS; label++) {
                float step = scale[label] == 0 ? 1 : scale[label];
                rounded[row * LABELS + label] = (byte) Math.round(weights[kept[row]][label] / step);
            }
        }
        return new TextTable(kept, rounded, new float[LABELS], scale);
    }

    private static TextTable calibrated(TextTable raw, List<TextExample> development) {
        float[] bias = new float[LABELS];
        float[] scale = raw.scale();
        double[][] logOdds = development.stream()
                .map(e -> raw.logOdds(TextPieces.of(e.text())))
                .toArray(double[][]::new);
        for (TextLabel label : TextLabel.values()) {
            int column = label.ordinal();
            double[] truth = development.stream()
                    .mapToDouble(e -> e.labels().contains(label) ? 1 : 0)
                    .toArray();
            double[] said =
                    Arrays.stream(logOdds).mapToDouble(row -> row[column]).toArray();
            Platt platt = Platt.fit(said, truth);
            bias[column] = (float) platt.shift();
            scale[column] *= (float) platt.slope();
        }
        return raw.scaled(bias, scale);
    }

    /** Probability at which F1 on {@code development} is best, in hundredths. */
    static double threshold(TextTable table, List<TextExample> development) {
        double[] said = development.stream()
                .mapToDouble(e -> Network.sigmoid(table.logOdds(TextPieces.of(e.text()))[0]))
                .toArray();
        boolean[] truth = TextFigures.truth(development);
        return IntStream.range(5, 80)
                .mapToObj(hundredths -> hundredths / 100.0)
                .max(Comparator.comparingDouble(t -> TextFigures.f1(said, truth, t)))
                .orElseThrow();
    }
}
