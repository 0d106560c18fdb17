package dev.rapport.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rapport.feature.Feature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * Room for one caller at a time: native-order direct buffers that ONNX Runtime reads from and writes to in place, so that
 * a call copies only the caller's own arrays.
 */
final class Lane implements AutoCloseable {
    /** What a caller does in a lane. */
    @FunctionalInterface
    interface Work {
        void in(Lane lane) throws OrtException;
    }

    private final FloatBuffer input;
    private final FloatBuffer probability;
    private final FloatBuffer contributions;
    private final float[] asked;
    private final float[] probabilities;
    private final float[] parts;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    Lane(OrtEnvironment environment, int rows) throws OrtException {
        input = floats(rows * Feature.COUNT);
        probability = floats(rows);
        contributions = floats(rows * Feature.COUNT);
        asked = new float[rows * Feature.COUNT];
        probabilities = new float[rows];
        parts = new float[rows * Feature.COUNT];
        long[] matrix = {rows, Feature.COUNT};
        inputs = Map.of(GraphCheck.FEATURES, OnnxTensor.createTensor(environment, input, matrix));
        outputs = Map.of(
                GraphCheck.PROBABILITY, OnnxTensor.createTensor(environment, probability, new long[] {rows}),
                GraphCheck.CONTRIBUTIONS, OnnxTensor.createTensor(environment, contributions, matrix));
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Puts vectors in, runs the graph and brings the numbers out, with one copy each way whatever their number. */
    void run(OrtSession session, List<float[]> vectors) throws OrtException {
        int n = vectors.size();
        for (int i = 0; i < n; i++) {
            System.arraycopy(vectors.get(i), 0, asked, i * Feature.COUNT, Feature.COUNT);
        }
        input.put(0, asked, 0, n * Feature.COUNT);
        session.run(inputs, outputs).close();
        probability.get(0, probabilities, 0, n);
        contributions.get(0, parts, 0, n * Feature.COUNT);
    }

    /** Of the vector at this place of the last run, 0 to 1. */
    double probability(int row) {
        return Math.clamp(probabilities[row], 0, 1);
    }

    /** Of all vectors of the last run, one after another; written over by the next. */
    float[] contributions() {
        return parts;
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
    }
}
