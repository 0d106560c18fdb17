package dev.rapport.settings;

import java.time.Clock;

class InMemorySiteSecretsTest extends SiteSecretsContract {
    @Override
    protected SiteSecrets secrets(Clock clock) {
        return new InMemorySiteSecrets(clock);
    }
}
