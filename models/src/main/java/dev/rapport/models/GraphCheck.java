package dev.rapport.models;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.rapport.feature.Feature;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does a graph have the inputs, outputs and feature schema that this build feeds and reads? */
final class GraphCheck {
    static final String FEATURES = "features";
    static final String PROBABILITY = "probability";
    static final String CONTRIBUTIONS = "contributions";

    private GraphCheck() {}

    /** Throws {@link ModelMismatchException} with the first difference found. */
    static void check(OrtSession session, Map<String, String> metadata, String origin) throws OrtException {
        String schema = metadata.get(OnnxModel.SCHEMA);
        if (schema == null) {
            throw new ModelMismatchException(origin + " names no feature schema (metadata " + OnnxModel.SCHEMA
                    + "), so it is no Rapport model; make one with 'rapport train friction'.");
        }
        if (!schema.equals(Feature.schemaHash())) {
            throw new ModelMismatchException(
                    origin + " was trained for feature schema " + schema + ", this build has " + Feature.schemaHash()
                            + "; train it again with 'rapport train friction', or use the build it came from.");
        }
        shape(origin, "input", FEATURES, session.getInputInfo(), -1, Feature.COUNT);
        shape(origin, "output", PROBABILITY, session.getOutputInfo(), -1);
        shape(origin, "output", CONTRIBUTIONS, session.getOutputInfo(), -1, Feature.COUNT);
        if (session.getInputInfo().size() != 1) {
            throw new ModelMismatchException(
                    origin + " wants " + session.getInputInfo().size()
                            + " inputs, this build gives one; use a model made by 'rapport train friction'.");
        }
    }

    private static void shape(String origin, String role, String name, Map<String, NodeInfo> nodes, long... expected) {
        @Nullable NodeInfo node = nodes.get(name);
        if (node == null) {
            throw new ModelMismatchException(origin + " has no " + role + " named '" + name
                    + "'; use a model made by 'rapport train friction'.");
        }
        if (!(node.getInfo() instanceof TensorInfo tensor)
                || tensor.type != OnnxJavaType.FLOAT
                || !Arrays.equals(tensor.getShape(), expected)) {
            throw new ModelMismatchException(origin + ": " + role + " '" + name + "' is " + node.getInfo()
                    + ", this build needs floats of shape " + Arrays.toString(expected)
                    + "; use a model made by 'rapport train friction'.");
        }
    }
}
