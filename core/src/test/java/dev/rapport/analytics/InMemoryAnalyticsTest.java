package dev.rapport.analytics;

import dev.rapport.experiment.Experiment;
import org.junit.jupiter.api.Nested;

class InMemoryAnalyticsTest {
    @Nested
    class Storing extends OutcomeStoreContract {
        @Override
        protected Opened open() {
            return opened();
        }
    }

    @Nested
    class Reporting extends ReportsContract {
        @Override
        protected OutcomeStoreContract.Opened open() {
            return opened();
        }
    }

    @Nested
    class Measuring extends MetricsContract {
        @Override
        protected OutcomeStoreContract.Opened open(Experiment experiment) {
            return opened();
        }
    }

    @Nested
    class Learning extends SiteLearningContract {
        @Override
        protected Opened open() {
            InMemoryAnalytics analytics = new InMemoryAnalytics();
            return new Opened(analytics, analytics, analytics);
        }
    }

    private static OutcomeStoreContract.Opened opened() {
        InMemoryAnalytics analytics = new InMemoryAnalytics();
        return new OutcomeStoreContract.Opened(analytics, analytics);
    }
}
