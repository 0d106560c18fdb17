package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.admin.Administrators.SignIn;
import dev.rapport.admin.Role;
import dev.rapport.analytics.Range;
import dev.rapport.analytics.Script;
import dev.rapport.journal.JournalEntry;
import dev.rapport.settings.SampleSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Range RANGE = new Range(Script.START, Script.START.plus(Duration.ofDays(1)), false);
    private static final char[] PASSWORD = "correct horse battery".toCharArray();

    @TempDir
    Path data;

    @Test
    void everythingIsThereAfterARestart() {
        List<JournalEntry> visit = Script.of("a").scored(0.9).scored(0.1).entries();
        try (Store store = Store.open(Optional.empty(), data, CLOCK)) {
            store.settings().save(SampleSettings.site("shop"), "ada");
            store.outcomes().apply(visit);
            store.administrators().accept(store.administrators().invite(Role.OWNER), "Ada", PASSWORD);
        }

        try (Store store = Store.open(Optional.empty(), data, CLOCK)) {
            assertEquals(
                    SampleSettings.site("shop"), store.settings().bySite("shop").orElseThrow());
            assertEquals(2, store.reports().totals(Script.SITE, RANGE).frames());
            assertEquals(0, store.outcomes().apply(visit), "the same entries again are not new");
            assertInstanceOf(SignIn.Accepted.class, store.administrators().signIn("ada", PASSWORD));
        }
    }

    @Test
    void entriesThatFailedWhileTheDatabaseWasDownCountOnceLater() throws Exception {
        List<JournalEntry> first = Script.of("a").scored(0.9).entries();
        List<JournalEntry> second = Script.of("b").scored(0.9).scored(0.1).entries();
        Cluster cluster = new Cluster(data, PostgresBinaries.unpacked());
        cluster.prepare();
        int port = PostgresServerTest.freePort();
        cluster.start(port);
        String url = "postgres://rapport:" + cluster.password() + "@127.0.0.1:" + port + "/rapport";
        try (Store store = Store.open(Optional.of(url), data, CLOCK)) {
            store.outcomes().apply(first);
            kill(cluster.postmaster());
            assertThrows(StoreException.class, () -> store.outcomes().apply(second), "the database is down");

            cluster.start(port);
            applyPatiently(store, second);
            store.outcomes().apply(second);

            assertEquals(3, store.reports().totals(Script.SITE, RANGE).frames());
            assertEquals(2, store.reports().totals(Script.SITE, RANGE).visits());
        } finally {
            cluster.stop();
        }
    }

    @Test
    void aKilledEmbeddedDatabaseComesBackByItself() throws Exception {
        try (Store store = Store.open(Optional.empty(), data, CLOCK)) {
            store.outcomes().apply(Script.of("a").scored(0.9).entries());

            kill(Postmaster.of(data.resolve("postgres")));

            // A backend that outlives its postmaster may still commit, and end before the next query.
            applyPatiently(store, Script.of("b").scored(0.9).entries());
            assertEquals(
                    2,
                    patiently(() -> store.reports().totals(Script.SITE, RANGE).frames()));
        }
    }

    private static void kill(Optional<Postmaster> postmaster) {
        ProcessHandle process = ProcessHandle.of(postmaster.orElseThrow().pid()).orElseThrow();
        List<ProcessHandle> connections = process.descendants().toList();
        process.destroyForcibly();
        connections.forEach(connection -> connection.onExit().join()); // They outlive it for a moment.
    }

    private static void applyPatiently(Store store, List<JournalEntry> entries) throws InterruptedException {
        patiently(() -> store.outcomes().apply(entries));
    }

    private static long patiently(LongSupplier work) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            try {
                return work.getAsLong();
            } catch (StoreException e) {
                Thread.sleep(200);
            }
        }
        throw new AssertionError("the database did not come back");
    }

    @Test
    void twoStoresOnOneDatabaseSeeEachOthersSettings() throws Exception {
        Optional<String> url = Optional.of(TestDatabase.emptyUrl());
        try (Store one = Store.open(url, data, CLOCK);
                Store other = Store.open(url, data, CLOCK)) {
            CountDownLatch heard = new CountDownLatch(1);
            other.settings().watch(settings -> heard.countDown());

            one.settings().save(SampleSettings.site("shop"), "ada");

            assertTrue(heard.await(1, TimeUnit.SECONDS));
            assertEquals(one.settings().all(), other.settings().all());
        }
    }

    @Test
    void twoStoresCountTheSameEntriesOnce() throws Exception {
        Optional<String> url = Optional.of(TestDatabase.emptyUrl());
        List<JournalEntry> visit = Script.of("a")
                .scored(0.9)
                .shown("test", "b", "help")
                .scored(0.1)
                .entries();
        try (Store one = Store.open(url, data, CLOCK);
                Store other = Store.open(url, data, CLOCK)) {
            int[] fresh = new int[2];
            Thread first =
                    Thread.ofPlatform().start(() -> fresh[0] = one.outcomes().apply(visit));
            Thread second =
                    Thread.ofPlatform().start(() -> fresh[1] = other.outcomes().apply(visit));
            first.join();
            second.join();

            assertEquals(3, fresh[0] + fresh[1]);
            assertEquals(3, one.reports().totals(Script.SITE, RANGE).frames());
        }
    }

    @Test
    void anUnreachableDatabaseIsOneSentence() {
        String said = Refusals.of(
                () -> Store.open(Optional.of("postgres://ada:secret-word@127.0.0.1:1/rapport"), data, CLOCK));

        assertTrue(
                said.startsWith("cannot reach the database jdbc:postgresql://127.0.0.1:1/rapport: Connection"), said);
        assertTrue(!said.contains("secret-word") && !said.contains("\n"), said);
    }

    @Test
    void aWrongPasswordIsOneSentence() {
        String url = TestDatabase.emptyUrl().replaceFirst(":[0-9a-f]{48}@", ":wrong@");

        String said = Refusals.of(() -> Store.open(Optional.of(url), data, CLOCK));

        assertTrue(said.contains("password authentication failed"), said);
    }

    @Test
    void aDatabaseWithForeignTablesIsRefused() {
        String url = TestDatabase.emptyUrl();
        TestDatabase.run(url, "CREATE TABLE customers (id int)");

        String said = Refusals.of(() -> Store.open(Optional.of(url), data, CLOCK));

        assertEquals(
                "this database holds tables that are not Rapport's; give Rapport an empty database or schema", said);
    }

    @Test
    void aDatabaseOfANewerRapportIsRefused() {
        String url = TestDatabase.emptyUrl();
        Store.open(Optional.of(url), data, CLOCK).close();
        TestDatabase.run(
                url,
                "INSERT INTO rapport_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)");

        String said = Refusals.of(() -> Store.open(Optional.of(url), data, CLOCK));

        assertEquals(
                "this database was made by a newer Rapport (schema 99); start that version, or use another database",
                said);
    }

    @Test
    void aSchemaThatWasChangedByHandIsRefused() {
        String url = TestDatabase.emptyUrl();
        Store.open(Optional.of(url), data, CLOCK).close();
        TestDatabase.run(url, "UPDATE rapport_schema_history SET checksum = 1 WHERE version = '1'");

        String said = Refusals.of(() -> Store.open(Optional.of(url), data, CLOCK));

        assertTrue(said.startsWith("this database's schema was changed by hand"), said);
    }
}
