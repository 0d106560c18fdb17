package dev.rapport.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The model card that training wrote beside the bundled model. */
final class ModelCardText {
    private ModelCardText() {}

    /** The card; empty when there is none. */
    static Optional<String> bundled() {
        try (InputStream in = ModelCardText.class.getResourceAsStream("/dev/rapport/models/MODEL_CARD.md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the model card cannot be read", e);
        }
    }
}
