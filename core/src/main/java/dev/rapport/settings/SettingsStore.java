package dev.rapport.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where site settings are kept. Thread-safe. Every implementation passes {@code SettingsStoreContract}. Reads answer from
 * memory and never block; {@link #save} may.
 */
public interface SettingsStore {
    /** All sites, ordered by id. */
    List<SiteSettings> all();

    /** The newest snapshot of one site. */
    Optional<SiteSettings> bySite(String site);

    /** The newest snapshot of the site whose tag carries this key. */
    Optional<SiteSettings> byKey(String siteKey);

    /**
     * Validates and keeps a new snapshot. {@code changed.version()} must be one more than the kept version (1 for a new
     * site).
     *
     * @param changed the whole new snapshot
     * @param by who changed it, for the history
     * @throws InvalidSettingsException with the path of each problem
     * @throws StaleSettingsException when somebody else saved in between
     */
    void save(SiteSettings changed, String by);

    /** Past snapshots of a site, newest first, at most {@code limit}. */
    List<Revision> history(String site, int limit);

    /** Calls {@code listener} with each new snapshot, on any thread, wherever it was saved; closing stops that. */
    AutoCloseable watch(Consumer<SiteSettings> listener);

    /**
     * One past change.
     *
     * @param settings the snapshot
     * @param by who saved it
     * @param at when
     */
    record Revision(SiteSettings settings, String by, java.time.Instant at) {}
}
