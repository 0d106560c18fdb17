package dev.rapport.server.store;

import dev.rapport.analytics.OutcomeStoreContract;
import dev.rapport.analytics.ReportsContract;
import dev.rapport.analytics.Script;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class PostgresAnalyticsTest {
    private static final Clock CLOCK = Clock.fixed(Script.START.plus(Duration.ofHours(4)), ZoneOffset.UTC);

    @Nested
    class Storing extends OutcomeStoreContract {
        private final List<Database> opened = new ArrayList<>();

        @Override
        protected Opened open() {
            return opened(opened);
        }

        @AfterEach
        void close() {
            opened.forEach(Database::close);
        }
    }

    @Nested
    class Reporting extends ReportsContract {
        private final List<Database> opened = new ArrayList<>();

        @Override
        protected OutcomeStoreContract.Opened open() {
            return opened(opened);
        }

        @AfterEach
        void close() {
            opened.forEach(Database::close);
        }
    }

    private static OutcomeStoreContract.Opened opened(List<Database> opened) {
        Database database = TestDatabase.migrated();
        opened.add(database);
        return new OutcomeStoreContract.Opened(
                new PostgresOutcomeStore(database), new PostgresReports(database, CLOCK));
    }
}
