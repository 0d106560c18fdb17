package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.settings.SampleSettings;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SettingsStoreContract;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresSettingsStoreTest extends SettingsStoreContract {
    private final List<AutoCloseable> opened = new ArrayList<>();

    @Override
    protected SettingsStore emptyStore() {
        return over(TestDatabase.migrated());
    }

    private PostgresSettingsStore over(Database database) {
        PostgresSettingsStore store = new PostgresSettingsStore(database, Clock.systemUTC());
        opened.add(store);
        opened.add(database);
        return store;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Test
    void aSaveOnOneNodeReachesAnotherWithinASecond() throws Exception {
        Database database = TestDatabase.migrated();
        PostgresSettingsStore one = over(database);
        PostgresSettingsStore other = over(database);
        List<Long> heard = new ArrayList<>();
        CountDownLatch twice = new CountDownLatch(2);
        other.watch(settings -> {
            heard.add(settings.version());
            twice.countDown();
        });

        one.save(SampleSettings.site("shop"), "ada");
        one.save(SampleSettings.version("shop", 2, "Second"), "ada");

        assertTrue(twice.await(1, TimeUnit.SECONDS), "heard " + heard);
        assertEquals("Second", other.bySite("shop").orElseThrow().name());
        other.save(SampleSettings.version("shop", 3, "Third"), "bob");
        assertEquals(3, other.history("shop", 10).size());
    }

    @Test
    void aSaveThatANodeMissedReachesItWhenItListensAgain() throws Exception {
        Database database = TestDatabase.migrated();
        PostgresSettingsStore one = over(database);
        PostgresSettingsStore other = over(database);
        one.save(SampleSettings.site("shop"), "ada");
        CountDownLatch heard = new CountDownLatch(1);
        other.watch(settings -> {
            if (settings.version() == 2) {
                heard.countDown();
            }
        });

        database.transaction(connection -> connection
                .createStatement()
                .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
                        + " AND datname = current_database()"));
        one.save(SampleSettings.version("shop", 2, "Second"), "ada");

        assertTrue(heard.await(5, TimeUnit.SECONDS));
    }
}
