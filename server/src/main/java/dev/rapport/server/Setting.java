package dev.rapport.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One key of the configuration: its default and the sentence that explains it. The help text and README come from here. */
enum Setting {
    HOST("127.0.0.1", "address that the public listener binds; 0.0.0.0 to be reached from elsewhere"),
    PORT("8080", "port of the public listener: widget, socket, demo, health, metrics; 0 for any free one"),
    CONSOLE_HOST("127.0.0.1", "address that the console binds; keep it on loopback or behind a proxy with TLS"),
    CONSOLE_PORT("8081", "port of the console; 0 for any free one"),
    PUBLIC_URL("", "address by which visitors' pages reach the public listener; empty: http://localhost and the port"),
    TLS_CERTIFICATE(
            "",
            "PEM file of the certificate chain that both listeners show, read again when it changes; empty: no TLS"),
    TLS_KEY("", "PEM file of that certificate's private key: PKCS #8, not encrypted"),
    DATA("./data", "folder of the journal and of the embedded database"),
    DATABASE_URL("", "a PostgreSQL server, postgres://user:password@host/name; empty: an embedded one under data"),
    ROLE("all", "what this process does: all, ingest (no console) or console (no public listener)"),
    MODEL("", "an ONNX model file with this version's feature schema; empty: the bundled one"),
    FACE_LANDMARKER(
            "",
            "MediaPipe face landmarker, a file or an http(s) address that is fetched once into data; empty: the bundled face mesh"),
    FACE_LANDMARKER_SHA256("", "SHA-256 of that landmarker, 64 hex digits"),
    JOURNAL_BUDGET_MB("1024", "disk that the journal may use before senders must slow down, in megabytes"),
    JOURNAL(
            "file",
            "where acknowledged frames wait for the store: file (under data) or kafka://host:port,host:port/topic, shared by many nodes"),
    JOURNAL_KAFKA_CLIENT("", "file with keys of Kafka's clients, for TLS and a login; empty: none"),
    MAX_CONNECTIONS("25000", "open sockets; further ones are refused with 503"),
    MAX_CONNECTIONS_PER_ADDRESS("2000", "open sockets of one network address"),
    FRAMES_PER_SECOND("3", "frames a second that one session may send for long; 300 at once"),
    FRAMES_PER_SECOND_PER_ADDRESS("3000", "frames a second of one network address; ten times that at once"),
    FRAMES_PER_SECOND_PER_SITE("30000", "frames a second of one site; ten times that at once"),
    TRUSTED_PROXIES(
            "", "addresses or networks, with commas, of the proxies whose X-Forwarded-For is believed; empty: none"),
    DEMO("true", "whether the demo shop is served at /demo/ and its site created on an empty store");

    private final String standard;
    private final String meaning;

    Setting(String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    /** The value where nobody set one. */
    String standard() {
        return standard;
    }

    /** What it does, in one clause. */
    String meaning() {
        return meaning;
    }

    /** Key in a configuration file, for example {@code console-port}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Command line flag, for example {@code --console-port}. */
    String flag() {
        return "--" + key();
    }

    /** Environment variable, for example {@code RAPPORT_CONSOLE_PORT}. */
    String variable() {
        return "RAPPORT_" + name();
    }

    static Optional<Setting> byKey(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}
