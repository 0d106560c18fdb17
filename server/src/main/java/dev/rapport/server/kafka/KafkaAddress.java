package dev.rapport.server.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the topic is.
 *
 * @param brokers {@code host:port}, with commas
 * @param topic 1 to 249 characters of {@code [A-Za-z0-9._-]}
 * @param client keys of Kafka's own clients, for example {@code security.protocol}; those that the journal's promises rest
 *     on are not among them
 */
public record KafkaAddress(String brokers, String topic, Map<String, String> client) {
    private static final Pattern ADDRESS =
            Pattern.compile("kafka://([^/,\\s]+:\\d{1,5}(?:,[^/,\\s]+:\\d{1,5})*)/([A-Za-z0-9._-]{1,249})");

    /** What the journal sets itself; another value would lose or reorder frames. */
    private static final Pattern OURS = Pattern.compile(
            "bootstrap\\.servers|acks|enable\\.idempotence|enable\\.auto\\.commit"
                    + "|auto\\.offset\\.reset|isolation\\.level|group\\.id|(key|value)\\.(de)?serializer|transactional\\.id");

    public KafkaAddress {
        client = Map.copyOf(client);
    }

    /**
     * Reads {@code kafka://host:port,host:port/topic}.
     *
     * @param properties file of client keys, for example for TLS and a login
     * @throws IllegalArgumentException with one sentence when the address or the file will not do
     */
    public static KafkaAddress parse(String address, Optional<Path> properties) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + address + "' is neither 'file' nor kafka://host:port,host:port/topic");
        }
        return new KafkaAddress(
                matcher.group(1),
                matcher.group(2),
                properties.map(KafkaAddress::read).orElse(Map.of()));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the Kafka client file " + file + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> client = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (OURS.matcher(key.toString()).matches()) {
                throw new IllegalArgumentException(
                        "the Kafka client file " + file + " sets " + key + ", which the journal sets itself");
            }
            client.put(key.toString(), value.toString().strip());
        });
        return client;
    }

    /** The client's keys with {@code more} on top. */
    Map<String, Object> with(Map<String, ?> more) {
        Map<String, Object> all = new TreeMap<>(client);
        all.put("bootstrap.servers", brokers);
        all.putAll(more);
        return all;
    }
}
