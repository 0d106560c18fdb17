package dev.rapport.models.text;

import dev.rapport.models.onnx.Network;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Vectors of {@value #WIDTH} numbers a bucket, summed over a text and read by one row of weights an output, each a logistic regression:
 *
 * <pre>
 *   h = sum of the buckets' vectors / sqrt(number of buckets)      logOdds(output) = bias + row(output) · h
 * </pre>
 *
 * <p>Trained by AdaGrad (Duchi, Hazan and Singer, JMLR 2011) with a learning rate that falls to zero and half of the buckets left out at
 * random each time (Srivastava et al., JMLR 2014). Not thread-safe.
 */
final class TextNetwork {
    static final int WIDTH = 16;
    static final int EPOCHS = 7;

    private static final double RATE = 0.05;
    private static final double LEFT_OUT = 0.4;
    private static final double DECAY = 1e-4;
    private static final double BIAS_RATE = 0.02;
    private static final double ROW_RATE = 0.3;
    private static final double FIRST_BIAS = -3;

    private final float[][] vectors;
    private final float[] vectorSteps;
    private final float[][] rows;
    private final float[][] rowSteps;
    private final double[] biases;
    private final SplittableRandom random;
    private final double[] hidden = new double[WIDTH];
    private final double[] back = new double[WIDTH];
    private int[] used = new int[1_024];
    private double rate;

    /** Untrained, with vectors for the buckets that {@code texts} counts at least {@code least} times. */
    TextNetwork(int[] texts, int least, int outputs, long seed) {
        random = new SplittableRandom(seed);
        vectors = new float[texts.length][];
        vectorSteps = new float[texts.length];
        for (int bucket = 0; bucket < texts.length; bucket++) {
            if (texts[bucket] >= least) {
                vectors[bucket] = new float[WIDTH];
                for (int i = 0; i < WIDTH; i++) {
                    vectors[bucket][i] = (float) (random.nextDouble() - 0.5) * 0.2f;
                }
            }
        }
        rows = new float[outputs][WIDTH];
        rowSteps = new float[outputs][WIDTH];
        biases = new double[outputs];
        Arrays.fill(biases, FIRST_BIAS);
    }

    /** Sets the learning rate of an epoch and puts {@code order} into a new order. */
    void beginEpoch(int epoch, int[] order) {
        rate = RATE * (1 - (double) epoch / EPOCHS);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    /** One step on one text. */
    void learn(int[] buckets, IntPredicate truth) {
        int count = choose(buckets);
        if (count == 0) {
            return;
        }
        double share = 1 / (Math.sqrt(buckets.length) * (1 - LEFT_OUT));
        Arrays.fill(hidden, 0);
        Arrays.fill(back, 0);
        for (int i = 0; i < count; i++) {
            float[] vector = vectors[used[i]];
            for (int d = 0; d < WIDTH; d++) {
                hidden[d] += vector[d] * share;
            }
        }
        for (int output = 0; output < rows.length; output++) {
            learn(output, truth.test(output));
        }
        double squares = 0;
        for (int d = 0; d < WIDTH; d++) {
            back[d] *= share;
            squares += back[d] * back[d] / WIDTH;
        }
        for (int i = 0; i < count; i++) {
            int bucket = used[i];
            vectorSteps[bucket] += (float) squares;
            double step = rate / (Math.sqrt(vectorSteps[bucket]) + 1e-4);
            float[] vector = vectors[bucket];
            for (int d = 0; d < WIDTH; d++) {
                vector[d] -= (float) (step * (back[d] + DECAY * vector[d]));
            }
        }
    }

    private int choose(int[] buckets) {
        if (used.length < buckets.length) {
            used = new int[2 * buckets.length];
        }
        int count = 0;
        for (int bucket : buckets) {
            if (vectors[bucket] != null && random.nextDouble() >= LEFT_OUT) {
                used[count++] = bucket;
            }
        }
        return count;
    }

    private void learn(int output, boolean truth) {
        float[] row = rows[output];
        float[] steps = rowSteps[output];
        double logOdds = biases[output];
        for (int d = 0; d < WIDTH; d++) {
            logOdds += row[d] * hidden[d];
        }
        double error = Network.sigmoid(logOdds) - (truth ? 1 : 0);
        biases[output] -= rate * BIAS_RATE * error;
        for (int d = 0; d < WIDTH; d++) {
            back[d] += error * row[d];
            double slope = error * hidden[d];
            steps[d] += (float) (slope * slope);
            row[d] -= (float) (rate * ROW_RATE * slope / (Math.sqrt(steps[d]) + 1e-3));
        }
    }

    /** What a bucket adds to an output's log-odds, before the share. */
    double weight(int bucket, int output) {
        double sum = 0;
        for (int d = 0; d < WIDTH; d++) {
            sum += rows[output][d] * vectors[bucket][d];
        }
        return sum;
    }
}
