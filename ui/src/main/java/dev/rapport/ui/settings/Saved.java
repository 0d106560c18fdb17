package dev.rapport.ui.settings;

import dev.rapport.settings.InvalidSettingsException;
import dev.rapport.settings.InvalidSettingsException.Problem;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.settings.StaleSettingsException;
import java.util.List;

/** What saving a snapshot led to. */
public sealed interface Saved {
    /**
     * It is in force on every page now.
     *
     * @param settings the snapshot
     */
    record Done(SiteSettings settings) implements Saved {}

    /**
     * Nothing was saved.
     *
     * @param problems at least one
     */
    record Invalid(List<Problem> problems) implements Saved {}

    /** Nothing was saved: somebody else changed the site since the page was opened. */
    record Stale() implements Saved {}

    /** Tries to save; anything but a refused snapshot is thrown on. */
    static Saved save(SettingsStore store, SiteSettings next, String by) {
        try {
            store.save(next, by);
            return new Done(next);
        } catch (InvalidSettingsException e) {
            return new Invalid(e.problems());
        } catch (StaleSettingsException e) {
            return new Stale();
        }
    }
}
