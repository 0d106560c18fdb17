package dev.rapport.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The model card and the datasheet that training wrote beside the bundled model. */
final class ModelCardText {
    private ModelCardText() {}

    /** Card and datasheet; empty when there is no card. */
    static Optional<String> bundled() {
        return file("MODEL_CARD.md")
                .map(card ->
                        card + file("DATASHEET.md").map(sheet -> "\n" + sheet).orElse(""));
    }

    private static Optional<String> file(String name) {
        try (InputStream in = ModelCardText.class.getResourceAsStream("/dev/rapport/models/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the model card cannot be read", e);
        }
    }
}
