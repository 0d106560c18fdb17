package dev.rapport.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL data directory and the programs that make, start and stop it. */
final class Cluster {
    /** Name of the database and of the role that owns it. */
    static final String NAME = "rapport";

    private static final String SUPERUSER = "postgres";
    private static final long SPACE_TO_BEGIN = 256L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;
    private final Path folder;
    private final PostgresPrograms programs;

    Cluster(Path data, Path binaries) {
        this.data = data.toAbsolutePath();
        this.folder = this.data.resolve("postgres");
        this.programs = new PostgresPrograms(binaries, this.data.resolve("postgres.log"));
    }

    /** Makes the data directory when there is none, and refuses one that this version cannot read. */
    void prepare() {
        try {
            Path begun = data.resolve("postgres.initialising");
            if (Files.exists(begun)) {
                PostgresBinaries.deleteAll(folder); // A first start was cut off; there was no data yet.
            }
            if (!Files.exists(folder) || empty(folder)) {
                initialise(begun);
            }
            Path version = folder.resolve("PG_VERSION");
            if (!Files.exists(version)) {
                throw new StoreException(folder + " is not a PostgreSQL data directory; choose another with --data");
            }
            String found = Files.readString(version).strip();
            if (!found.equals(PostgresBinaries.MAJOR)) {
                throw new StoreException(folder + " was made by PostgreSQL " + found + " and this Rapport brings "
                        + PostgresBinaries.MAJOR + "; move the data with pg_dump, or choose another --data");
            }
        } catch (IOException e) {
            throw new StoreException("cannot read or write " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean empty(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    private void initialise(Path begun) throws IOException {
        long free = Files.getFileStore(data).getUsableSpace();
        if (free < SPACE_TO_BEGIN) {
            throw new StoreException("only " + (free >> 20) + " MB free in " + data + ", a new database needs "
                    + (SPACE_TO_BEGIN >> 20) + " MB; free some, or choose another disk with --data");
        }
        Files.writeString(begun, "");
        Path secret = secretFile();
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.writeString(secret, HexFormat.of().formatHex(random));
        programs.run(
                "initdb",
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums");
        Files.delete(begun);
    }

    /** Starts PostgreSQL on a port of loopback and makes our role and database when they are missing. */
    void start(int port) {
        Postmaster.clear(folder, PATIENCE);
        programs.clearLog();
        programs.run("pg_ctl", "start", "-w", "-t", "120", "-D", folder.toString(), "-o", options(port));
        makeDatabase(port);
    }

    private static String options(int port) {
        List<String> settings = new ArrayList<>();
        settings.add("port=" + port);
        settings.add("listen_addresses=127.0.0.1");
        settings.add("unix_socket_directories=");
        settings.add("fsync=on");
        settings.add("synchronous_commit=on");
        settings.add("full_page_writes=on");
        settings.add("max_connections=60");
        settings.add("max_wal_size=512MB");
        settings.add("jit=off");
        settings.add("timezone=UTC");
        settings.add("log_checkpoints=off");
        return "-c " + String.join(" -c ", settings);
    }

    private void makeDatabase(int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, SUPERUSER, password());
                Statement statement = connection.createStatement()) {
            if (!found(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password() + "'");
            }
            if (!found(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        } catch (SQLException e) {
            throw new StoreException("the embedded PostgreSQL does not let Rapport in: " + e.getMessage(), e);
        }
    }

    private static boolean found(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** Its process, while it lives. */
    Optional<Postmaster> postmaster() {
        return Postmaster.of(folder);
    }

    /** Stops it after a checkpoint. */
    void stop() {
        Optional<Postmaster> running = postmaster();
        if (running.isEmpty()) {
            return;
        }
        try {
            programs.run("pg_ctl", "stop", "-w", "-t", "30", "-m", "fast", "-D", folder.toString());
        } catch (StoreException e) {
            running.get().stop(PATIENCE);
        }
    }

    /** The password of both roles, 48 hexadecimal digits. */
    String password() {
        try {
            return Files.readString(secretFile()).strip();
        } catch (IOException e) {
            throw new StoreException("cannot read " + secretFile() + ", the password of the embedded database", e);
        }
    }

    private Path secretFile() {
        return data.resolve("postgres.password");
    }
}
