package dev.rapport.models.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * The model as whole numbers: one byte a label for each bucket that matters.
 *
 * <pre>
 *   logOdds(label) = bias(label) + scale(label) * sum of weights over the text's distinct buckets / sqrt(number of those buckets)
 * </pre>
 *
 * <p>File, big-endian: {@code RTX1}, bits of a bucket (1 byte), labels (1 byte), rows (4 bytes), bias and scale of each label (4 byte
 * floats), then all buckets as steps from the one before in 7-bit groups (highest bit: more follows), then all weights label by label.
 */
public final class TextTable {
    private static final int MAGIC = 0x52545831;
    private static final int LABELS = TextLabel.values().length;

    private final int[] buckets;
    private final byte[] weights;
    private final float[] bias;
    private final float[] scale;

    /** Rows in ascending order of bucket; weights row by row, one a label. */
    TextTable(int[] buckets, byte[] weights, float[] bias, float[] scale) {
        this.buckets = buckets.clone();
        this.weights = weights.clone();
        this.bias = bias.clone();
        this.scale = scale.clone();
    }

    int rows() {
        return buckets.length;
    }

    /** Weight of a row for a label, -127 to 127. */
    byte weight(int row, int label) {
        return weights[row * LABELS + label];
    }

    float[] bias() {
        return bias.clone();
    }

    float[] scale() {
        return scale.clone();
    }

    /** The same weights with another bias and scale. */
    TextTable scaled(float[] newBias, float[] newScale) {
        return new TextTable(buckets, weights, newBias, newScale);
    }

    /** Rows of the buckets that are in the table. */
    long[] rowsOf(int[] wanted) {
        return Arrays.stream(wanted)
                .map(bucket -> Arrays.binarySearch(buckets, bucket))
                .filter(row -> row >= 0)
                .asLongStream()
                .toArray();
    }

    /** Log-odds of each label. */
    double[] logOdds(TextPieces pieces) {
        int[] wanted = pieces.buckets();
        long[] sums = new long[LABELS];
        for (long row : rowsOf(wanted)) {
            for (int label = 0; label < LABELS; label++) {
                sums[label] += weight((int) row, label);
            }
        }
        double share = 1 / Math.sqrt(Math.max(1, wanted.length));
        double[] logOdds = new double[LABELS];
        for (int label = 0; label < LABELS; label++) {
            logOdds[label] = bias[label] + (double) scale[label] * sums[label] * share;
        }
        return logOdds;
    }

    /** The file. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(TextPieces.BITS);
            out.writeByte(LABELS);
            out.writeInt(buckets.length);
            for (int label = 0; label < LABELS; label++) {
                out.writeFloat(bias[label]);
                out.writeFloat(scale[label]);
            }
            int before = 0;
            for (int bucket : buckets) {
                int step = bucket - before;
                before = bucket;
                for (; step > 127; step >>>= 7) {
                    out.writeByte(step & 127 | 128);
                }
                out.writeByte(step);
            }
            for (int label = 0; label < LABELS; label++) {
                for (int row = 0; row < buckets.length; row++) {
                    out.writeByte(weight(row, label));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The table in a file.
     *
     * @throws TextDataException when the bytes are no table of this build's kind
     */
    static TextTable of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC || in.readByte() != TextPieces.BITS || in.readByte() != LABELS) {
                throw new TextDataException(
                        "the text table is not of this version; make one with 'rapport train text'");
            }
            int rows = in.readInt();
            if (rows < 0 || rows > 1 << TextPieces.BITS) {
                throw new TextDataException("the text table names " + rows + " rows");
            }
            float[] bias = new float[LABELS];
            float[] scale = new float[LABELS];
            for (int label = 0; label < LABELS; label++) {
                bias[label] = in.readFloat();
                scale[label] = in.readFloat();
            }
            int[] buckets = new int[rows];
            int bucket = 0;
            for (int row = 0; row < rows; row++) {
                int group = in.readUnsignedByte();
                int step = group & 127;
                for (int shift = 7; group > 127; shift += 7) {
                    group = in.readUnsignedByte();
                    step |= (group & 127) << shift;
                }
                bucket += step;
                buckets[row] = bucket;
            }
            byte[] weights = new byte[rows * LABELS];
            for (int label = 0; label < LABELS; label++) {
                for (int row = 0; row < rows; row++) {
                    weights[row * LABELS + label] = in.readByte();
                }
            }
            if (in.read() >= 0) {
                throw new TextDataException("the text table goes on after its end");
            }
            return new TextTable(buckets, weights, bias, scale);
        } catch (IOException e) {
            throw new TextDataException("the text table ends in the middle", e);
        }
    }
}
