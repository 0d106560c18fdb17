package dev.rapport.models.train;

import dev.rapport.models.onnx.Network;

/** A way to learn a network from examples; the same examples give the same bits. */
@FunctionalInterface
public interface Trainer {
    /** Learns; a {@link TrainingException} where the examples do not allow it. */
    Network train(Examples examples);
}
