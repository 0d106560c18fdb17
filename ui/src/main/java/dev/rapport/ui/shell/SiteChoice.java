package dev.rapport.ui.shell;

import com.vaadin.flow.server.VaadinSession;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The site that the reader looks at, kept for the browser session.
 *
 * @param site its id
 */
public record SiteChoice(String site) implements Serializable {
    /** Remembers the choice. */
    public static void choose(String site) {
        VaadinSession.getCurrent().setAttribute(SiteChoice.class, new SiteChoice(site));
    }

    /** The site in the address if there is one, else the remembered one, else the first; empty when there is none. */
    public static Optional<SiteSettings> current(SettingsStore settings, Optional<String> fromAddress) {
        if (fromAddress.isPresent()) {
            Optional<SiteSettings> named = settings.bySite(fromAddress.get());
            named.ifPresent(site -> choose(site.site()));
            if (named.isPresent()) {
                return named;
            }
        }
        SiteChoice choice = VaadinSession.getCurrent().getAttribute(SiteChoice.class);
        Optional<SiteSettings> remembered = choice == null ? Optional.empty() : settings.bySite(choice.site());
        if (remembered.isPresent()) {
            return remembered;
        }
        List<SiteSettings> all = settings.all();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }
}
