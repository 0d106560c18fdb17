package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.admin.AuditLog;
import dev.rapport.admin.AuditLog.Action;
import dev.rapport.admin.AuditLog.Entry;
import dev.rapport.admin.AuditLog.Verification;
import dev.rapport.admin.AuditLogContract;
import dev.rapport.admin.Role;
import dev.rapport.settings.SampleSettings;
import dev.rapport.settings.StaleSettingsException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log in PostgreSQL: append-only, whole, and in step with what it tells of. */
class PostgresAuditLogTest extends AuditLogContract {
    private static final char[] PASSWORD = "correct horse battery".toCharArray();
    private final List<Database> opened = new ArrayList<>();

    @Override
    protected AuditLog emptyLog() {
        return new PostgresAuditLog(database(), Clock.systemUTC());
    }

    private Database database() {
        Database database = TestDatabase.migrated();
        opened.add(database);
        return database;
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    private static void run(Database database, String sql) {
        database.transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static void fill(AuditLog log) {
        for (int i = 0; i < 5; i++) {
            log.add(new Entry("ada", Action.SETTINGS_SAVED, "shop", "version " + i));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET who = 'eve' WHERE number = 3",
                "DELETE FROM audit WHERE number = 3",
                "TRUNCATE audit"
            })
    void rowsCannotBeChangedByStatements(String sql) {
        Database database = database();
        AuditLog log = new PostgresAuditLog(database, Clock.systemUTC());
        fill(log);

        StoreException refused = assertThrows(StoreException.class, () -> run(database, sql));

        assertTrue(String.valueOf(refused.getMessage()).contains("append-only"), refused::toString);
        assertEquals(5, assertInstanceOf(Verification.Whole.class, log.verify()).rows());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET who = 'eve' WHERE number = 3",
                "UPDATE audit SET at = at + interval '1 ms' WHERE number = 3",
                "DELETE FROM audit WHERE number = 2"
            })
    void whoTakesTheTriggerAwayIsFoundOut(String sql) {
        Database database = database();
        AuditLog log = new PostgresAuditLog(database, Clock.systemUTC());
        fill(log);

        run(database, "ALTER TABLE audit DISABLE TRIGGER USER");
        run(database, sql);

        assertEquals(new Verification.Broken(3), log.verify());
    }

    @Test
    void theCommandNamesTheFirstBrokenRow() {
        String url = TestDatabase.emptyUrl();
        try (Store store = Store.open(Optional.of(url), Path.of("unused"), Clock.systemUTC())) {
            fill(store.audit());
        }
        assertTrue(said(0, url).startsWith("The audit log is whole: 5 rows, newest seal "));

        TestDatabase.run(url, "ALTER TABLE audit DISABLE TRIGGER USER");
        TestDatabase.run(url, "UPDATE audit SET detail = 'nothing' WHERE number = 4");

        assertTrue(said(1, url).contains("row 4 does not follow"));
    }

    private static String said(int code, String url) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> args = List.of("verify", "--database-url", url);
        assertEquals(code, AuditCheck.run(args, new PrintStream(out, true, StandardCharsets.UTF_8), System.err));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatAdministratorsDoIsToldWithoutSecrets() {
        Database database = database();
        PostgresAdministrators administrators = new PostgresAdministrators(database, Clock.systemUTC());
        AuditLog log = new PostgresAuditLog(database, Clock.systemUTC());
        String token = administrators.invite(Role.OWNER);
        administrators.accept(token, "Ada", PASSWORD.clone());
        administrators.signIn("ada", PASSWORD.clone());
        for (int i = 0; i < 5; i++) {
            administrators.signIn("ada", "wrong wrong wrong".toCharArray());
        }

        assertEquals(
                List.of(Action.INVITED, Action.ACCOUNT_CREATED, Action.SIGNED_IN, Action.SIGN_IN_LOCKED),
                log.newest(10).reversed().stream()
                        .map(row -> row.entry().action())
                        .toList());
        assertFalse(log.newest(10).toString().contains(token));
        assertFalse(log.newest(10).toString().contains(new String(PASSWORD)));
        assertInstanceOf(Verification.Whole.class, log.verify());
    }

    @Test
    void aSaveIsToldWithItsDigestsAndARefusedOneIsNot() {
        Database database = database();
        AuditLog log = new PostgresAuditLog(database, Clock.systemUTC());
        try (PostgresSettingsStore store = new PostgresSettingsStore(database, Clock.systemUTC())) {
            store.save(SampleSettings.site("shop"), "ada");
            assertThrows(StaleSettingsException.class, () -> store.save(SampleSettings.site("shop"), "eve"));
        }

        assertEquals(1, log.newest(10).size());
        Entry told = log.newest(1).getFirst().entry();
        assertEquals("ada", told.who());
        assertEquals("shop", told.subject());
        assertTrue(told.detail().matches("version 1, SHA-256 none → [0-9a-f]{16}"), told::detail);
    }
}
