package dev.rapport.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rapport.ui.ConsoleServices.WidgetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The widget's script as this server publishes it: hash and SRI value from the widget's manifest. */
final class WidgetRelease {
    private WidgetRelease() {}

    /** The published script; empty when the widget's files are not on the class path. */
    static Optional<WidgetFile> published() {
        try (InputStream in = WidgetRelease.class.getResourceAsStream("/dev/rapport/widget/manifest.json")) {
            if (in == null) {
                return Optional.empty();
            }
            JsonNode script = new ObjectMapper().readTree(in).path("files").path("rapport.js");
            return Optional.of(new WidgetFile(
                    script.path("hash").asText(), script.path("integrity").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException("the widget's manifest cannot be read", e);
        }
    }
}
