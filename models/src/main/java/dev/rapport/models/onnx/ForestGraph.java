package dev.rapport.models.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a {@link Forest} as one {@code TreeEnsembleRegressor} with a target per feature: a leaf adds to each target what
 * the questions on its path changed, so the regressor's output is the contributions.
 */
final class ForestGraph {
    static final String DOMAIN = "ai.onnx.ml";
    static final long OPSET = 3;

    private final List<Long> treeIds = new ArrayList<>();
    private final List<Long> nodeIds = new ArrayList<>();
    private final List<Long> featureIds = new ArrayList<>();
    private final List<Float> splits = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Long> lefts = new ArrayList<>();
    private final List<Long> rights = new ArrayList<>();
    private final List<Long> targetTrees = new ArrayList<>();
    private final List<Long> targetNodes = new ArrayList<>();
    private final List<Long> targets = new ArrayList<>();
    private final List<Float> weights = new ArrayList<>();
    private final Forest forest;

    ForestGraph(Forest forest) {
        this.forest = forest;
        for (int t = 0; t < forest.trees().size(); t++) {
            add(t, forest.trees().get(t), 0, new double[forest.features()], new boolean[forest.features()]);
        }
    }

    private void add(int tree, Tree all, int at, double[] parts, boolean[] asked) {
        Tree.Node node = all.nodes().get(at);
        treeIds.add((long) tree);
        nodeIds.add((long) at);
        featureIds.add((long) Math.max(0, node.feature()));
        splits.add(node.split());
        modes.add(node.leaf() ? "LEAF" : "BRANCH_LEQ");
        lefts.add((long) node.left());
        rights.add((long) node.right());
        if (node.leaf()) {
            for (int f = 0; f < parts.length; f++) {
                if (asked[f]) {
                    targetTrees.add((long) tree);
                    targetNodes.add((long) at);
                    targets.add((long) f);
                    weights.add((float) parts[f]);
                }
            }
            return;
        }
        for (int child : new int[] {node.left(), node.right()}) {
            double[] further = parts.clone();
            boolean[] more = asked.clone();
            further[node.feature()] += (double) all.nodes().get(child).value() - node.value();
            more[node.feature()] = true;
            add(tree, all, child, further, more);
        }
    }

    /** The node, from {@code input} to {@code output}. */
    NodeProto.Builder node(String input, String output) {
        return NodeProto.newBuilder()
                .setOpType("TreeEnsembleRegressor")
                .setDomain(DOMAIN)
                .setName(output)
                .addInput(input)
                .addOutput(output)
                .addAttribute(OnnxGraph.integers("nodes_treeids", treeIds))
                .addAttribute(OnnxGraph.integers("nodes_nodeids", nodeIds))
                .addAttribute(OnnxGraph.integers("nodes_featureids", featureIds))
                .addAttribute(OnnxGraph.floats("nodes_values", splits))
                .addAttribute(OnnxGraph.words("nodes_modes", modes))
                .addAttribute(OnnxGraph.integers("nodes_truenodeids", lefts))
                .addAttribute(OnnxGraph.integers("nodes_falsenodeids", rights))
                .addAttribute(OnnxGraph.integers("target_treeids", targetTrees))
                .addAttribute(OnnxGraph.integers("target_nodeids", targetNodes))
                .addAttribute(OnnxGraph.integers("target_ids", targets))
                .addAttribute(OnnxGraph.floats("target_weights", weights))
                .addAttribute(OnnxGraph.integer("n_targets", forest.features()));
    }
}
