package dev.rapport.server.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.admin.Administrators.SignIn;
import dev.rapport.admin.Role;
import dev.rapport.frame.FrameCodec;
import dev.rapport.server.Server;
import dev.rapport.server.ServerConfig;
import dev.rapport.settings.DemoSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What visitors, administrators and secrets leave behind: a whole server is driven from addresses that appear nowhere else, with
 * secrets from a file and from the environment, and then every row, every file and every line of its logs is searched.
 */
class TracesTest {
    private static final String DIRECT = "127.83.41.7";
    private static final String PROXY = "127.83.41.8";
    private static final String FORWARDED = "203.0.113.177";
    private static final String PASSWORD = "a few long words nobody else says";
    private static final String WRONG = "quite another four or five words";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void noAddressAndNoSecretIsFoundAfterwards() throws Exception {
        Formatter format = new SimpleFormatter();
        StreamHandler log = new StreamHandler(new PrintStream(said, true), format);
        log.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        Logger ours = Logger.getLogger("dev.rapport");
        root.addHandler(log);
        ours.setLevel(Level.ALL);
        String rows;
        List<String> secrets = new ArrayList<>(List.of(PASSWORD, WRONG));
        List<String> keys = new ArrayList<>();
        Path data = folder.resolve("data");
        try (Server server = new Server(config(data, "all", Map.of()))) {
            server.start();
            drive(server, DIRECT, "");
            drive(server, PROXY, "X-Forwarded-For: " + FORWARDED + "\r\n");
            signIn(server);
            String password =
                    Files.readString(data.resolve("postgres.password")).strip();
            secrets.add(password);
            int port = Integer.parseInt(
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3));
            String address = "postgres://rapport:" + password + "@127.0.0.1:" + port + "/rapport";
            second(server, address);
            try (Connection database = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/rapport", "rapport", password)) {
                await(database);
                keys.addAll(keys(database));
                rows = dump(database);
            }
        } finally {
            log.flush();
            root.removeHandler(log);
            ours.setLevel(null);
        }
        byte[] unit = Files.readAllBytes(data.resolve("unit.key"));
        keys.addAll(List.of(new String(unit, ISO_8859_1), HexFormat.of().formatHex(unit)));
        String lines = said.toString(ISO_8859_1);
        assertTrue(lines.contains("INFO"), "the log was read");
        assertTrue(rows.contains(DemoSettings.SITE), "the rows were read");
        for (String secret : secrets) {
            assertAbsent("the log", lines, secret);
            assertAbsent("a row", rows, secret);
        }
        keys.forEach(key -> assertAbsent("the log", lines, key));
        for (String address : new String[] {DIRECT, PROXY, FORWARDED}) {
            assertAbsent("the log", lines, address);
            assertAbsent("a row", rows, address);
            try (var files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertAbsent(file.toString(), Files.readString(file, ISO_8859_1), address);
                }
            }
        }
    }

    private static void assertAbsent(String where, String text, String secret) {
        int at = text.indexOf(secret);
        assertTrue(at < 0, () -> where + " says " + text.substring(Math.max(0, at - 80), at + secret.length()));
    }

    private static ServerConfig config(Path data, String role, Map<String, String> environment) {
        return ServerConfig.parse(
                new String[] {
                    "--data",
                    data.toString(),
                    "--role",
                    role,
                    "--port",
                    "0",
                    "--console-port",
                    "0",
                    "--trusted-proxies",
                    PROXY
                },
                environment);
    }

    /** A visit with frames, one of them refused, one of them no frame at all. Vert.x' own client ignores which address to come from. */
    private static void drive(Server server, String from, String headers) throws Exception {
        int port = server.publicUrl().getPort();
        String origin = "http://localhost:" + port;
        try (RawSocket page = RawSocket.upgraded(from, port, origin, headers);
                RawSocket noise = RawSocket.upgraded(from, port, origin, headers)) {
            page.frame(
                    0x82,
                    FrameCodec.encode(
                            Page.hello(DemoSettings.SITE_KEY, UUID.randomUUID().toString())));
            assertTrue(page.hears("welcome"));
            for (int i = 1; i <= 5; i++) {
                page.frame(0x82, FrameCodec.encode(Page.rage(i)));
            }
            assertTrue(page.hears("ack"));
            page.frame(0x82, FrameCodec.encode(Page.forged(6)));
            assertTrue(page.cutByServer());
            noise.frame(0x82, (byte) 1, (byte) 2, (byte) 3);
            assertTrue(noise.cutByServer());
        }
    }

    private static void signIn(Server server) {
        var administrators = server.store().administrators();
        administrators.accept(administrators.invite(Role.OWNER), "Ada", PASSWORD.toCharArray());
        assertInstanceOf(SignIn.Rejected.class, administrators.signIn("Ada", WRONG.toCharArray()));
        assertInstanceOf(SignIn.Accepted.class, administrators.signIn("Ada", PASSWORD.toCharArray()));
    }

    /** Two more nodes on the same database: one is told of it by a file, one by the environment, one with a wrong password. */
    private void second(Server first, String address) throws Exception {
        Path file = folder.resolve("rapport.properties");
        Files.writeString(file, "database-url=" + address + "\n");
        try (Server byFile =
                new Server(config(folder.resolve("second"), "ingest", Map.of("RAPPORT_CONFIG", file.toString())))) {
            byFile.start();
            drive(byFile, DIRECT, "");
        }
        Files.delete(file);
        try (Server byEnvironment =
                new Server(config(folder.resolve("third"), "ingest", Map.of("RAPPORT_DATABASE_URL", address)))) {
            byEnvironment.start();
        }
        assertTrue(first.frameCounts().getOrDefault("stored", 0L) >= 10);
    }

    private static void await(Connection database) throws Exception {
        for (int i = 0; i < 300 && number(database, "SELECT count(*) FROM session") < 3; i++) {
            Thread.sleep(100);
        }
        assertEquals(3, number(database, "SELECT count(*) FROM session"));
    }

    private static long number(Connection database, String sql) throws Exception {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> keys(Connection database) throws Exception {
        List<String> keys = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT secret FROM session_key")) {
            while (row.next()) {
                keys.add(HexFormat.of().formatHex(row.getBytes(1)));
                keys.add(Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes(1)));
            }
        }
        return keys;
    }

    /** Every row of every table as text. */
    private static String dump(Connection database) throws Exception {
        List<String> tables = new ArrayList<>();
        StringBuilder rows = new StringBuilder();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
                                + " WHERE nspname = 'public' AND relkind IN ('r', 'p')")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        assertTrue(tables.contains("audit"), tables::toString);
        for (String table : tables) {
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery("SELECT t::text FROM \"" + table + "\" AS t")) {
                while (row.next()) {
                    rows.append(row.getString(1)).append('\n');
                }
            }
        }
        return rows.toString();
    }
}
