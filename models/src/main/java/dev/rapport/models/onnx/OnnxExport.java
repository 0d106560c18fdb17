package dev.rapport.models.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a {@link Network} as an ONNX model: input {@code features [N,F]}, outputs {@code probability [N]} and
 * {@code contributions [N,F]}. The same network and provenance give the same bytes: no time, no host name, sorted metadata.
 */
public final class OnnxExport {
    private static final long OPSET = 17;
    private static final long IR_VERSION = 8;

    private OnnxExport() {}

    /** The bytes of an ONNX file. */
    public static byte[] toBytes(Network network, Map<String, String> provenance) {
        OnnxGraph graph = new OnnxGraph("friction", network.normaliser().size());
        String scaled = graph.normalise(network.normaliser());
        String logOdds = switch (network) {
            case Additive additive -> additive(graph, additive, scaled);
            case Perceptron perceptron -> perceptron(graph, perceptron, scaled);
            case Forest forest -> forest(graph, forest, scaled);
        };
        graph.node("Sigmoid", "probability", logOdds);
        GraphProto built = graph.build();
        SortedMap<String, String> sorted = new TreeMap<>(provenance);
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("rapport")
                .setDomain("dev.rapport")
                .setGraph(built)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
        if (network instanceof Forest) {
            model.addOpsetImport(OperatorSetIdProto.newBuilder()
                    .setDomain(ForestGraph.DOMAIN)
                    .setVersion(ForestGraph.OPSET));
        }
        sorted.forEach((key, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private static String additive(OnnxGraph graph, Additive network, String scaled) {
        graph.node("Mul", "contributions", scaled, graph.vector("weights", network.weights()));
        return graph.node(
                "Add", "logOdds", graph.sumRows("contributions"), graph.vector("bias", new float[] {network.bias()}));
    }

    private static String perceptron(OnnxGraph graph, Perceptron network, String scaled) {
        int units = network.units();
        int features = network.normaliser().size();
        String hidden = graph.matrix("hidden", network.hidden(), units, features);
        String transposed = graph.matrix("hiddenT", transpose(network.hidden(), units, features), features, units);
        String linear = graph.node("MatMul", "linear", scaled, transposed);
        String activation = graph.node("Add", "activation", linear, graph.vector("hiddenBias", network.hiddenBias()));
        String out = graph.vector("out", network.out());
        String rectified = graph.node("Relu", "rectified", activation);
        String parts = graph.node("Mul", "parts", rectified, out);
        String open = graph.castToFloat("open", graph.node("Greater", "above", activation, graph.scalar("zero", 0)));
        String slope = graph.node("MatMul", "slope", graph.node("Mul", "openOut", open, out), hidden);
        graph.node("Mul", "contributions", slope, scaled);
        return graph.node("Add", "logOdds", graph.sumRows(parts), graph.vector("bias", new float[] {network.bias()}));
    }

    private static String forest(OnnxGraph graph, Forest forest, String scaled) {
        graph.node(new ForestGraph(forest).node(scaled, "contributions"));
        return graph.node(
                "Add", "logOdds", graph.sumRows("contributions"), graph.vector("bias", new float[] {forest.bias()}));
    }

    private static float[] transpose(float[] matrix, int rows, int columns) {
        float[] turned = new float[matrix.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = matrix[r * columns + c];
            }
        }
        return turned;
    }
}
