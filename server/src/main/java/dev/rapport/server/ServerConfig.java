package dev.rapport.server;

import dev.rapport.server.ingest.ClientAddress;
import dev.rapport.server.kafka.KafkaAddress;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * All that an operator can set, checked. Later wins: default, {@code --config FILE}, environment, flag.
 *
 * @param host address of the public listener
 * @param port of the public listener, 0 to 65535
 * @param consoleHost address of the console
 * @param consolePort of the console, 0 to 65535
 * @param publicUrl as visitors reach the public listener, without a slash at the end; empty: derived from the port
 * @param tls certificate and key of both listeners, empty for plain HTTP
 * @param data folder of everything that is kept here
 * @param databaseUrl PostgreSQL server, empty for the embedded one
 * @param role what this process does
 * @param model file of the model, empty for the bundled one
 * @param landmarker of the face sense, empty for the bundled mesh
 * @param journalBudget bytes
 * @param kafka topic that is the journal, empty for files under {@code data}
 * @param maxConnections open sockets, 1 to 1,000,000
 * @param maxConnectionsPerAddress open sockets of one address, at least 1
 * @param framesPerSecond lasting rate of one session, 1 to 1,000,000
 * @param framesPerSecondPerAddress lasting rate of one address, 1 to 1,000,000
 * @param framesPerSecondPerSite lasting rate of one site, 1 to 1,000,000
 * @param client how the address of a visitor's connection is told
 * @param demo whether the demo shop is there
 */
public record ServerConfig(
        String host,
        int port,
        String consoleHost,
        int consolePort,
        Optional<URI> publicUrl,
        Optional<TlsFiles> tls,
        Path data,
        Optional<String> databaseUrl,
        Role role,
        Optional<Path> model,
        Optional<LandmarkerSource> landmarker,
        long journalBudget,
        Optional<KafkaAddress> kafka,
        int maxConnections,
        int maxConnectionsPerAddress,
        int framesPerSecond,
        int framesPerSecondPerAddress,
        int framesPerSecondPerSite,
        ClientAddress client,
        boolean demo) {

    /** Variables with our prefix that the launcher and the tests read, not the server. */
    private static final Set<String> OTHERS =
            Set.of("RAPPORT_CONFIG", "RAPPORT_CHROMIUM", "RAPPORT_JAVA_OPTS", "RAPPORT_DATASETS", "RAPPORT_TRACE");

    /** What a process does. */
    public enum Role {
        /** Public listener and console. */
        ALL,
        /** Public listener only. */
        INGEST,
        /** Console only. */
        CONSOLE;

        boolean ingest() {
            return this != CONSOLE;
        }

        boolean console() {
            return this != INGEST;
        }
    }

    /**
     * Where certificate and key are.
     *
     * @param certificate PEM file of the chain
     * @param key PEM file of the private key
     */
    public record TlsFiles(Path certificate, Path key) {}

    /** A flag, key or value that will not do; the message is one sentence for the operator. */
    public static final class InvalidConfigException extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        InvalidConfigException(String message) {
            super(message);
        }
    }

    /**
     * Reads flags and environment.
     *
     * @throws InvalidConfigException naming the flag, key or variable that is unknown or whose value will not do
     */
    public static ServerConfig parse(String[] flags, Map<String, String> environment) {
        Map<Setting, String> flagged = flags(flags);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, setting.standard());
        }
        configFile(flags, environment).ifPresent(file -> values.putAll(file(file)));
        environment.forEach((name, value) -> {
            if (name.startsWith("RAPPORT_") && !OTHERS.contains(name)) {
                values.put(variable(name), value);
            }
        });
        values.putAll(flagged);
        return of(values);
    }

    private static Setting variable(String name) {
        return Setting.byKey(name.substring("RAPPORT_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                .orElseThrow(
                        () -> new InvalidConfigException("the environment variable " + name + " is none of Rapport's"));
    }

    private static Map<Setting, String> flags(String[] flags) {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (int i = 0; i < flags.length; i++) {
            String flag = flags[i];
            int equals = flag.indexOf('=');
            String name = equals < 0 ? flag : flag.substring(0, equals);
            boolean config = name.equals("--config");
            Optional<Setting> setting = name.startsWith("--") ? Setting.byKey(name.substring(2)) : Optional.empty();
            if (setting.isEmpty() && !config) {
                throw new InvalidConfigException("there is no flag " + flag + "; --help lists them");
            }
            if (equals < 0 && i + 1 == flags.length) {
                throw new InvalidConfigException("the flag " + flag + " needs a value");
            }
            String value = equals < 0 ? flags[++i] : flag.substring(equals + 1);
            setting.ifPresent(s -> values.put(s, value));
        }
        return values;
    }

    private static Optional<Path> configFile(String[] flags, Map<String, String> environment) {
        for (int i = 0; i < flags.length; i++) {
            if (flags[i].startsWith("--config=")) {
                return Optional.of(Path.of(flags[i].substring("--config=".length())));
            }
            if (flags[i].equals("--config") && i + 1 < flags.length) {
                return Optional.of(Path.of(flags[i + 1]));
            }
        }
        return Optional.ofNullable(environment.get("RAPPORT_CONFIG")).map(Path::of);
    }

    private static Map<Setting, String> file(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidConfigException("the configuration file " + file + " cannot be read: " + e.getMessage());
        }
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        properties.forEach((key, value) -> values.put(
                Setting.byKey(key.toString())
                        .orElseThrow(() -> new InvalidConfigException(
                                "the configuration file " + file + " has the unknown key " + key)),
                value.toString().strip()));
        return values;
    }

    private static ServerConfig of(Map<Setting, String> values) {
        ConfigValues v = new ConfigValues(values);
        return new ServerConfig(
                v.text(Setting.HOST),
                v.number(Setting.PORT, 0, 65_535),
                v.text(Setting.CONSOLE_HOST),
                v.number(Setting.CONSOLE_PORT, 0, 65_535),
                v.optional(Setting.PUBLIC_URL).map(url -> v.url(Setting.PUBLIC_URL, url)),
                v.tls(),
                Path.of(v.text(Setting.DATA)),
                v.optional(Setting.DATABASE_URL),
                v.choice(Setting.ROLE, Role.class),
                v.optional(Setting.MODEL).map(Path::of),
                v.landmarker(),
                v.number(Setting.JOURNAL_BUDGET_MB, 16, 1_000_000) * 1_048_576L,
                v.kafka(),
                v.number(Setting.MAX_CONNECTIONS, 1, 1_000_000),
                v.number(Setting.MAX_CONNECTIONS_PER_ADDRESS, 1, 1_000_000),
                v.number(Setting.FRAMES_PER_SECOND, 1, 1_000_000),
                v.number(Setting.FRAMES_PER_SECOND_PER_ADDRESS, 1, 1_000_000),
                v.number(Setting.FRAMES_PER_SECOND_PER_SITE, 1, 1_000_000),
                v.proxies(Setting.TRUSTED_PROXIES),
                v.truth(Setting.DEMO));
    }

    /** The table that {@code --help} prints. */
    public static String help() {
        StringBuilder help =
                new StringBuilder("Flags (each also an environment variable, and a key of --config FILE):\n");
        for (Setting s : Setting.values()) {
            String standard = s.standard().isEmpty() ? "none" : s.standard();
            help.append(String.format("  %-32s %s (default: %s; %s)%n", s.flag(), s.meaning(), standard, s.variable()));
        }
        return help.append(String.format("  %-32s a file of key = value lines%n", "--config"))
                .toString();
    }

    /** The README's table, in Markdown. */
    public static String markdown() {
        StringBuilder table = new StringBuilder("| flag | variable | default | what it does |\n|---|---|---|---|\n");
        for (Setting s : Setting.values()) {
            String standard = s.standard().isEmpty() ? "" : "`" + s.standard() + "`";
            table.append(String.format("| `%s` | `%s` | %s | %s |%n", s.flag(), s.variable(), standard, s.meaning()));
        }
        return table.toString();
    }
}
