package dev.rapport.models.text;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a {@link TextTable} as an ONNX model. Inputs: {@code rows} int64 {@code [n]}, the table's rows of a text's buckets, and {@code
 * share} float {@code [1]}, one over the root of the number of its buckets. Output: {@code probability} float {@code [labels]}.
 * The same table and provenance give the same bytes.
 */
final class TextOnnx {
    private static final long OPSET = 17;
    private static final long IR_VERSION = 8;

    private TextOnnx() {}

    static byte[] toBytes(TextTable table, Map<String, String> provenance) {
        int labels = TextLabel.values().length;
        byte[] weights = new byte[table.rows() * labels];
        for (int row = 0; row < table.rows(); row++) {
            for (int label = 0; label < labels; label++) {
                weights[row * labels + label] = table.weight(row, label);
            }
        }
        GraphProto graph = GraphProto.newBuilder()
                .setName("text")
                .addInput(value("rows", TensorProto.DataType.INT64, 0))
                .addInput(value("share", TensorProto.DataType.FLOAT, 1))
                .addInitializer(bytes("table", weights, table.rows(), labels))
                .addInitializer(bytes("zero", new byte[labels], labels))
                .addInitializer(floats("scale", table.scale()))
                .addInitializer(floats("bias", table.bias()))
                .addInitializer(TensorProto.newBuilder()
                        .setName("axis")
                        .setDataType(TensorProto.DataType.INT64.getNumber())
                        .addDims(1)
                        .addInt64Data(0))
                .addNode(node("Gather", "picked", "table", "rows"))
                .addNode(whole(node("DequantizeLinear", "weights", "picked", "scale", "zero"), "axis", 1))
                .addNode(whole(node("ReduceSum", "sum", "weights", "axis"), "keepdims", 0))
                .addNode(node("Mul", "shared", "sum", "share"))
                .addNode(node("Add", "logOdds", "shared", "bias"))
                .addNode(node("Sigmoid", "probability", "logOdds"))
                .addOutput(value("probability", TensorProto.DataType.FLOAT, labels))
                .build();
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("rapport")
                .setDomain("dev.rapport")
                .setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
        new TreeMap<>(provenance)
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private static NodeProto.Builder node(String operator, String output, String... inputs) {
        NodeProto.Builder node =
                NodeProto.newBuilder().setOpType(operator).setName(output).addOutput(output);
        for (String input : inputs) {
            node.addInput(input);
        }
        return node;
    }

    private static NodeProto.Builder whole(NodeProto.Builder node, String name, long value) {
        return node.addAttribute(AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value));
    }

    private static TensorProto bytes(String name, byte[] values, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.INT8.getNumber())
                .setRawData(ByteString.copyFrom(values));
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        return tensor.build();
    }

    private static TensorProto floats(String name, float[] values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(values.length);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor.build();
    }

    /** A vector; {@code size} 0 means any. */
    private static ValueInfoProto value(String name, TensorProto.DataType type, long size) {
        TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
        if (size == 0) {
            dimension.setDimParam("n");
        } else {
            dimension.setDimValue(size);
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(TensorShapeProto.newBuilder().addDim(dimension))))
                .build();
    }
}
