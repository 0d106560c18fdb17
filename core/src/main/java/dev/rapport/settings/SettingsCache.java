package dev.rapport.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The newest snapshots in memory, with listeners: the reading half of every settings store. Thread-safe; reads never
 * block.
 */
public final class SettingsCache {
    private final Map<String, SiteSettings> bySite = new ConcurrentHashMap<>();
    private final Map<String, String> siteByKey = new ConcurrentHashMap<>();
    private final List<Consumer<SiteSettings>> listeners = new CopyOnWriteArrayList<>();

    /** All newest snapshots, ordered by id. */
    public List<SiteSettings> all() {
        return bySite.values().stream()
                .sorted(Comparator.comparing(SiteSettings::site))
                .toList();
    }

    /** The newest snapshot of one site. */
    public Optional<SiteSettings> bySite(String site) {
        return Optional.ofNullable(bySite.get(site));
    }

    /** The newest snapshot of the site with this key. */
    public Optional<SiteSettings> byKey(String siteKey) {
        return Optional.ofNullable(siteByKey.get(siteKey))
                .map(bySite::get)
                .filter(settings -> settings.siteKey().equals(siteKey));
    }

    /**
     * Refuses a snapshot that must not be saved next.
     *
     * @throws InvalidSettingsException when it is wrong in itself or its key belongs to another site
     * @throws StaleSettingsException when its version is not the next one
     */
    public void requireSavable(SiteSettings changed) {
        SettingsValidator.requireValid(changed);
        Optional<SiteSettings> owner = byKey(changed.siteKey());
        if (owner.isPresent() && !owner.get().site().equals(changed.site())) {
            throw new InvalidSettingsException(List.of(new InvalidSettingsException.Problem(
                    "siteKey", "belongs to site " + owner.get().site() + "; choose another")));
        }
        long next = bySite(changed.site()).map(SiteSettings::version).orElse(0L) + 1;
        if (changed.version() != next) {
            throw new StaleSettingsException(changed.site(), changed.version(), next);
        }
    }

    /** Takes a snapshot over and tells the listeners, unless it is not newer than the one held. */
    public void put(SiteSettings settings) {
        synchronized (this) {
            SiteSettings before = bySite.get(settings.site());
            if (before != null && before.version() >= settings.version()) {
                return;
            }
            bySite.put(settings.site(), settings);
            siteByKey.put(settings.siteKey(), settings.site());
            if (before != null && !before.siteKey().equals(settings.siteKey())) {
                siteByKey.remove(before.siteKey(), settings.site());
            }
        }
        listeners.forEach(listener -> listener.accept(settings));
    }

    /** Calls {@code listener} with each snapshot taken over from now on; closing stops that. */
    public AutoCloseable watch(Consumer<SiteSettings> listener) {
        Consumer<SiteSettings> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }
}
