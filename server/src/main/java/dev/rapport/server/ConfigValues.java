package dev.rapport.server;

import dev.rapport.server.ingest.ClientAddress;
import dev.rapport.server.kafka.KafkaAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is set, read as what it must be; each refusal is one sentence that names the key.
 *
 * @param values by setting, as text
 */
record ConfigValues(Map<Setting, String> values) {
    String text(Setting setting) {
        String value = values.get(setting);
        if (value == null || value.isBlank()) {
            throw new ServerConfig.InvalidConfigException(setting.key() + " must not be empty");
        }
        return value;
    }

    Optional<String> optional(Setting setting) {
        return Optional.ofNullable(values.get(setting)).filter(v -> !v.isBlank());
    }

    int number(Setting setting, int least, int most) {
        String value = text(setting);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one sentence below
        }
        throw new ServerConfig.InvalidConfigException(
                setting.key() + " is '" + value + "', not a whole number from " + least + " to " + most);
    }

    Optional<ServerConfig.TlsFiles> tls() {
        Optional<Path> certificate = optional(Setting.TLS_CERTIFICATE).map(Path::of);
        Optional<Path> key = optional(Setting.TLS_KEY).map(Path::of);
        if (certificate.isPresent() != key.isPresent()) {
            throw new ServerConfig.InvalidConfigException("tls-certificate and tls-key belong together; "
                    + (key.isPresent() ? "tls-certificate" : "tls-key") + " is not set");
        }
        return certificate.flatMap(c -> key.map(k -> new ServerConfig.TlsFiles(c, k)));
    }

    Optional<LandmarkerSource> landmarker() {
        Optional<String> where = optional(Setting.FACE_LANDMARKER);
        Optional<String> hash = optional(Setting.FACE_LANDMARKER_SHA256).map(h -> h.toLowerCase(Locale.ROOT));
        if (where.isPresent() != hash.isPresent()) {
            throw new ServerConfig.InvalidConfigException("face-landmarker and face-landmarker-sha256 belong together; "
                    + (hash.isPresent() ? "face-landmarker" : "face-landmarker-sha256") + " is not set");
        }
        if (hash.isPresent() && !hash.get().matches("[0-9a-f]{64}")) {
            throw new ServerConfig.InvalidConfigException(
                    "face-landmarker-sha256 is '" + hash.get() + "', not 64 hex digits");
        }
        return where.flatMap(w -> hash.map(h -> new LandmarkerSource(w, h)));
    }

    Optional<KafkaAddress> kafka() {
        Optional<Path> client = optional(Setting.JOURNAL_KAFKA_CLIENT).map(Path::of);
        try {
            return text(Setting.JOURNAL).equals("file")
                    ? Optional.empty()
                    : Optional.of(KafkaAddress.parse(text(Setting.JOURNAL), client));
        } catch (IllegalArgumentException e) {
            throw new ServerConfig.InvalidConfigException(Setting.JOURNAL.key() + ": " + e.getMessage());
        }
    }

    ClientAddress proxies(Setting setting) {
        try {
            return ClientAddress.behind(values.getOrDefault(setting, ""));
        } catch (IllegalArgumentException e) {
            throw new ServerConfig.InvalidConfigException(setting.key() + ": " + e.getMessage());
        }
    }

    boolean truth(Setting setting) {
        return switch (text(setting)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ServerConfig.InvalidConfigException(
                        setting.key() + " is '" + values.get(setting) + "', neither true nor false");
        };
    }

    <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
        try {
            return Enum.valueOf(type, text(setting).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ServerConfig.InvalidConfigException(
                    setting.key() + " is '" + values.get(setting) + "'; " + setting.meaning());
        }
    }

    URI url(Setting setting, String value) {
        String trimmed = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        if (!trimmed.matches("https?://[A-Za-z0-9.\\[\\]:-]+(/.*)?")) {
            throw new ServerConfig.InvalidConfigException(
                    setting.key() + " is '" + value + "', not an http or https address");
        }
        return URI.create(trimmed);
    }
}
