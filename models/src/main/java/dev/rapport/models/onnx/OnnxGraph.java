package dev.rapport.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.List;

/** A graph being written: nodes and constants in the order they are added, names as given. */
final class OnnxGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final int features;

    OnnxGraph(String name, int features) {
        this.features = features;
        graph.setName(name).addInput(value("features", true));
    }

    /** Adds the scaling and returns the name of its result {@code [N,F]}. */
    String normalise(Normaliser normaliser) {
        String shifted = node("Sub", "shifted", "features", vector("centre", normaliser.centre()));
        String gained = node("Mul", "gained", shifted, vector("gain", normaliser.gain()));
        return node("Clip", "scaled", gained, scalar("low", -normaliser.limit()), scalar("high", normaliser.limit()));
    }

    /** Adds a node with one output and returns the output's name. */
    String node(String operator, String output, String... inputs) {
        graph.addNode(start(operator, output, inputs));
        return output;
    }

    /** Adds a node made elsewhere. */
    void node(NodeProto.Builder node) {
        graph.addNode(node);
    }

    static AttributeProto.Builder integer(String name, long value) {
        return attribute(name, AttributeProto.AttributeType.INT).setI(value);
    }

    static AttributeProto.Builder integers(String name, List<Long> values) {
        return attribute(name, AttributeProto.AttributeType.INTS).addAllInts(values);
    }

    static AttributeProto.Builder floats(String name, List<Float> values) {
        return attribute(name, AttributeProto.AttributeType.FLOATS).addAllFloats(values);
    }

    static AttributeProto.Builder words(String name, List<String> values) {
        AttributeProto.Builder built = attribute(name, AttributeProto.AttributeType.STRINGS);
        values.forEach(value -> built.addStrings(ByteString.copyFromUtf8(value)));
        return built;
    }

    /** Adds a cast of booleans to floats. */
    String castToFloat(String output, String input) {
        graph.addNode(start("Cast", output, input)
                .addAttribute(attribute("to", AttributeProto.AttributeType.INT)
                        .setI(TensorProto.DataType.FLOAT.getNumber())));
        return output;
    }

    /** Adds the sum over the columns of {@code [N,K]}, giving {@code [N]}. */
    String sumRows(String input) {
        String axis = "axis";
        graph.addInitializer(TensorProto.newBuilder()
                .setName(axis)
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(1)
                .addInt64Data(1));
        String output = input + "Sum";
        graph.addNode(start("ReduceSum", output, input, axis)
                .addAttribute(
                        attribute("keepdims", AttributeProto.AttributeType.INT).setI(0)));
        return output;
    }

    /** Adds a constant vector. */
    String vector(String name, float[] values) {
        return constant(name, values, values.length);
    }

    /** Adds a constant matrix, row-major. */
    String matrix(String name, float[] values, int rows, int columns) {
        return constant(name, values, rows, columns);
    }

    /** Adds a constant number without dimensions. */
    String scalar(String name, float value) {
        return constant(name, new float[] {value});
    }

    private String constant(String name, float[] values, long... dimensions) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    GraphProto build() {
        return graph.addOutput(value("probability", false))
                .addOutput(value("contributions", true))
                .build();
    }

    private static NodeProto.Builder start(String operator, String output, String... inputs) {
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(operator).setName(output).addOutput(output);
        for (String input : inputs) {
            node.addInput(input);
        }
        return node;
    }

    private static AttributeProto.Builder attribute(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    private ValueInfoProto value(String name, boolean matrix) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("N"));
        if (matrix) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(features));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }
}
