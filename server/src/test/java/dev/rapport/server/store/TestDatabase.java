package dev.rapport.server.store;

import dev.rapport.server.store.Database.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One embedded PostgreSQL for all tests of a run, and empty databases on it. */
final class TestDatabase {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final PostgresServer SERVER = start();

    private TestDatabase() {}

    private static Path data() {
        try {
            return Files.createTempDirectory("rapport-store-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresServer start() {
        Path data = data();
        PostgresServer server = PostgresServer.start(data, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            try {
                PostgresBinaries.deleteAll(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        return server;
    }

    /** An address of a new, empty database. */
    static String emptyUrl() {
        String name = "test" + NAMES.incrementAndGet();
        onServer("CREATE DATABASE " + name + " OWNER " + Cluster.NAME);
        return url(name);
    }

    /** Where a database of the server is, with user and password. */
    static String url(String name) {
        DatabaseAddress address = SERVER.address();
        return "postgres://" + address.user() + ":" + address.password() + "@127.0.0.1:" + SERVER.port() + "/" + name;
    }

    /** A new database with the schema. */
    static Database migrated() {
        Database database = new Database(DatabaseAddress.parse(emptyUrl()));
        Migrations.apply(database);
        return database;
    }

    /** Runs one statement in a database. */
    static void run(String url, String sql) {
        try (Database database = new Database(DatabaseAddress.parse(url))) {
            database.transaction(statement(sql));
        }
    }

    private static Work<Boolean> statement(String sql) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        };
    }

    private static void onServer(String sql) {
        DatabaseAddress address = SERVER.address();
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), "postgres", address.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
