package dev.rapport.settings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Site settings in memory: the reference implementation, for tests and short-lived servers. */
public final class InMemorySettingsStore implements SettingsStore {
    private final SettingsCache cache = new SettingsCache();
    private final Map<String, List<Revision>> revisions = new ConcurrentHashMap<>();
    private final Clock clock;

    /** An empty store that dates its history by {@code clock}. */
    public InMemorySettingsStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<SiteSettings> all() {
        return cache.all();
    }

    @Override
    public Optional<SiteSettings> bySite(String site) {
        return cache.bySite(site);
    }

    @Override
    public Optional<SiteSettings> byKey(String siteKey) {
        return cache.byKey(siteKey);
    }

    @Override
    public void save(SiteSettings changed, String by) {
        synchronized (revisions) {
            cache.requireSavable(changed);
            revisions
                    .computeIfAbsent(changed.site(), site -> new ArrayList<>())
                    .addFirst(new Revision(changed, by, clock.instant()));
            cache.put(changed);
        }
    }

    @Override
    public List<Revision> history(String site, int limit) {
        synchronized (revisions) {
            return revisions.getOrDefault(site, List.of()).stream().limit(limit).toList();
        }
    }

    @Override
    public AutoCloseable watch(Consumer<SiteSettings> listener) {
        return cache.watch(listener);
    }
}
