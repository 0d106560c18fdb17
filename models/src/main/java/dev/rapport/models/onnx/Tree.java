package dev.rapport.models.onnx;

import java.util.List;

/**
 * A decision tree. Node 0 is the root; {@code feature} is -1 at a leaf; a vector goes to {@code left} where its feature is
 * at most {@code split}, else to {@code right}.
 *
 * @param nodes parents before children
 */
public record Tree(List<Node> nodes) {
    /**
     * A place in the tree.
     *
     * @param feature index that is asked for, -1 at a leaf
     * @param split largest value that goes left
     * @param left number of the left child
     * @param right number of the right child
     * @param value log-odds that the tree would give if it ended here
     */
    public record Node(int feature, float split, int left, int right, float value) {
        /** Whether it ends here. */
        public boolean leaf() {
            return feature < 0;
        }
    }

    public Tree {
        nodes = List.copyOf(nodes);
    }

    /** Adds what each question on the way to the leaf changed to the part of the feature asked for. */
    void addTo(float[] features, double[] parts) {
        Node at = nodes.getFirst();
        while (!at.leaf()) {
            Node next = nodes.get(features[at.feature()] <= at.split() ? at.left() : at.right());
            parts[at.feature()] += (double) next.value() - at.value();
            at = next;
        }
    }
}
