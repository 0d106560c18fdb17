package dev.rapport.settings;

import java.time.Clock;

class InMemorySettingsStoreTest extends SettingsStoreContract {
    @Override
    protected SettingsStore emptyStore() {
        return new InMemorySettingsStore(Clock.systemUTC());
    }
}
