package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    Path data;

    @Test
    void itIsDurableAndOnlyOnLoopback() throws Exception {
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            assertEquals("on", ask(server, "SHOW fsync"));
            assertEquals("on", ask(server, "SHOW synchronous_commit"));
            assertEquals("on", ask(server, "SHOW full_page_writes"));
            assertEquals("127.0.0.1", ask(server, "SHOW listen_addresses"));
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            String url = server.address().jdbcUrl();

            assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "rapport", "guess"));
            assertThrows(SQLException.class, () -> DriverManager.getConnection(url, "postgres", ""));
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(data.resolve("postgres.password")));
        }
    }

    @Test
    void dataStaysOverARestart() throws Exception {
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            change(server, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            assertEquals("42", ask(server, "SELECT answer FROM kept"));
        }
    }

    @Test
    void aKilledProcessIsStartedAgainOnTheSamePort() throws Exception {
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            change(server, "CREATE TABLE kept AS SELECT 42 AS answer");
            Postmaster killed = Postmaster.of(data.resolve("postgres")).orElseThrow();

            ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();

            assertEquals("42", askPatiently(server, "SELECT answer FROM kept"));
        }
    }

    @Test
    void aProcessLeftOverFromAKilledRapportIsStopped() throws Exception {
        Cluster leftOver = new Cluster(data, PostgresBinaries.unpacked());
        leftOver.prepare();
        leftOver.start(freePort());
        Postmaster old = leftOver.postmaster().orElseThrow();

        try (PostgresServer server = PostgresServer.start(data, 0)) {
            assertTrue(!old.lives(), "the old process is gone");
            assertEquals("1", ask(server, "SELECT 1"));
        }
    }

    @Test
    void aProcessIdThatNowBelongsToAnotherProgramDoesNotStopTheStart() throws Exception {
        PostgresServer.start(data, 0).close();
        Files.writeString(
                data.resolve("postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n0\n5432\n\n127.0.0.1\n");

        try (PostgresServer server = PostgresServer.start(data, 0)) {
            assertEquals("1", ask(server, "SELECT 1"));
        }
    }

    @Test
    void aFirstStartThatWasCutOffIsBegunAgain() throws Exception {
        Files.createDirectories(data.resolve("postgres/base"));
        Files.createFile(data.resolve("postgres.initialising"));

        try (PostgresServer server = PostgresServer.start(data, 0)) {
            assertEquals("1", ask(server, "SELECT 1"));
        }
    }

    @Test
    void aSecondRapportOnTheSameDataIsRefused() {
        try (PostgresServer server = PostgresServer.start(data, 0)) {
            String said = Refusals.of(() -> PostgresServer.start(data, 0));
            assertTrue(said.startsWith("another Rapport is running on " + data), said);
        }
    }

    @Test
    void dataOfAnotherVersionIsRefused() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "12\n");

        String said = Refusals.of(() -> PostgresServer.start(data, 0));

        assertTrue(said.contains("was made by PostgreSQL 12 and this Rapport brings 18"), said);
    }

    @Test
    void aFolderThatIsNotPostgresIsLeftAlone() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/letter.txt"), "mine");

        String said = Refusals.of(() -> PostgresServer.start(data, 0));

        assertTrue(said.contains("is not a PostgreSQL data directory"), said);
        assertTrue(Files.exists(data.resolve("postgres/letter.txt")));
    }

    @Test
    void aDataDirectoryThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "");

        String said = Refusals.of(() -> PostgresServer.start(file, 0));

        assertTrue(said.startsWith("cannot write to the data directory " + file), said);
    }

    @Test
    void aTakenPortIsRefused() throws Exception {
        try (java.net.ServerSocket taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            String said = Refusals.of(() -> PostgresServer.start(data, taken.getLocalPort()));
            assertEquals("the port for PostgreSQL is taken; leave it free, or choose another", said);
        }
    }

    static int freePort() throws Exception {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String askPatiently(PostgresServer server, String query) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                return ask(server, query);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private static String ask(PostgresServer server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void change(PostgresServer server, String change) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(change);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        DatabaseAddress address = server.address();
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
