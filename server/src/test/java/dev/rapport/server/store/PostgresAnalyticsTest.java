package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.MetricsContract;
import dev.rapport.analytics.OutcomeStoreContract;
import dev.rapport.analytics.ReportsContract;
import dev.rapport.analytics.Script;
import dev.rapport.analytics.SiteLearningContract;
import dev.rapport.experiment.Experiment;
import dev.rapport.frame.EventKind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

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

    @Nested
    class Measuring extends MetricsContract {
        private final List<Database> opened = new ArrayList<>();

        @Override
        protected OutcomeStoreContract.Opened open(Experiment experiment) {
            return opened(opened, List.of(experiment));
        }

        @AfterEach
        void close() {
            opened.forEach(Database::close);
        }
    }

    @Nested
    class Learning extends SiteLearningContract {
        private final Database database = TestDatabase.migrated();

        @Override
        protected Opened open() {
            return new Opened(
                    new PostgresOutcomeStore(database, site -> List.of()),
                    new PostgresReports(database, CLOCK),
                    new PostgresSiteLearning(database));
        }

        @AfterEach
        void close() {
            database.close();
        }
    }

    /** The numbers of a metric from before it was changed are kept apart and told, never added to the new one's. */
    @Test
    void aMetricThatIsChangedMidFlightIsKeptApart() {
        Database database = TestDatabase.migrated();
        List<Experiment> now = new ArrayList<>(List.of(MetricsContract.measuring("spent", 0)));
        PostgresOutcomeStore store = new PostgresOutcomeStore(database, site -> now);
        store.apply(Script.of("a")
                .shown("test", "b", "help")
                .says(EventKind.CONVERSION, "order", 5_000)
                .entries());
        now.set(0, MetricsContract.measuring("spent", 20));
        store.apply(Script.of("b")
                .shown("test", "b", "help")
                .says(EventKind.CONVERSION, "order", 5_000)
                .entries());

        ArmCell cell = new PostgresReports(database, CLOCK)
                .cells(Script.SITE, now.getFirst(), false, ArmCell.Breakdown.NONE)
                .getFirst();
        String before =
                MetricsContract.measuring("spent", 0).metrics().getFirst().key();
        assertEquals(50, cell.sums(before).x());
        assertEquals(20, cell.sums(now.getFirst().metrics().getFirst().key()).x());
        database.close();
    }

    private static OutcomeStoreContract.Opened opened(List<Database> opened) {
        return opened(
                opened,
                List.of(
                        Script.experiment("test", Script.START),
                        Script.experiment("second", Script.START),
                        Script.experiment("holdout", Script.START)));
    }

    private static OutcomeStoreContract.Opened opened(List<Database> opened, List<Experiment> experiments) {
        Database database = TestDatabase.migrated();
        opened.add(database);
        return new OutcomeStoreContract.Opened(
                new PostgresOutcomeStore(database, site -> experiments), new PostgresReports(database, CLOCK));
    }
}
