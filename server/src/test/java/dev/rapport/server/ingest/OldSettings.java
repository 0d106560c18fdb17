package dev.rapport.server.ingest;

import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Settings as they may have been saved before the channel gate said what it says now: whatever they switch on is kept as it is. */
final class OldSettings implements SettingsStore {
    private final Map<String, SiteSettings> sites = new ConcurrentHashMap<>();
    private final List<Consumer<SiteSettings>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public List<SiteSettings> all() {
        return List.copyOf(sites.values());
    }

    @Override
    public Optional<SiteSettings> bySite(String site) {
        return Optional.ofNullable(sites.get(site));
    }

    @Override
    public Optional<SiteSettings> byKey(String siteKey) {
        return sites.values().stream()
                .filter(site -> site.siteKey().equals(siteKey))
                .findFirst();
    }

    @Override
    public void save(SiteSettings changed, String by) {
        sites.put(changed.site(), changed);
        listeners.forEach(listener -> listener.accept(changed));
    }

    @Override
    public List<Revision> history(String site, int limit) {
        return List.of();
    }

    @Override
    public AutoCloseable watch(Consumer<SiteSettings> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
