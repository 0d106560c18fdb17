package dev.rapport.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rapport.feature.Feature;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Room for one caller at a time: native-order direct buffers that ONNX Runtime reads from and writes to in place, so that
 * a call copies only the caller's own array.
 */
final class Lane implements AutoCloseable {
    /** What a caller does in a lane. */
    @FunctionalInterface
    interface Work {
        double in(Lane lane) throws OrtException;
    }

    private final FloatBuffer input;
    private final FloatBuffer probability;
    private final FloatBuffer contributions;
    private final Map<String, OnnxTensor> inputs;
    private final Map<String, OnnxTensor> outputs;

    Lane(OrtEnvironment environment, int rows) throws OrtException {
        input = floats(rows * Feature.COUNT);
        probability = floats(rows);
        contributions = floats(rows * Feature.COUNT);
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

    FloatBuffer input() {
        return input;
    }

    FloatBuffer probability() {
        return probability;
    }

    FloatBuffer contributions() {
        return contributions;
    }

    void run(OrtSession session) throws OrtException {
        session.run(inputs, outputs).close();
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        outputs.values().forEach(OnnxTensor::close);
    }
}
