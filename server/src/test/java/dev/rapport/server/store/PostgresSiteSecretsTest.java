package dev.rapport.server.store;

import dev.rapport.settings.SiteSecrets;
import dev.rapport.settings.SiteSecretsContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;

class PostgresSiteSecretsTest extends SiteSecretsContract {
    private final Database database = TestDatabase.migrated();

    @Override
    protected SiteSecrets secrets(Clock clock) {
        return new PostgresSiteSecrets(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }
}
