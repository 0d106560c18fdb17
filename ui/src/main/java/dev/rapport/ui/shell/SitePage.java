package dev.rapport.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouteParameters;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Page;
import java.util.Optional;

/** A page about one site. */
public abstract class SitePage extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient SettingsStore settings;

    /** A page with this title about one of these sites. */
    protected SitePage(String title, SettingsStore settings) {
        super(title);
        this.settings = settings;
    }

    /** Where sites are kept. */
    protected final SettingsStore settings() {
        return settings;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        Optional<SiteSettings> site = SiteChoice.current(
                settings, event.getLocation().getQueryParameters().getSingleParameter("site"));
        clear();
        if (site.isEmpty()) {
            Button sites = new Button("Go to Sites", click -> UI.getCurrent().navigate("sites"));
            sites.addThemeVariants(ButtonVariant.PRIMARY);
            add(new EmptyState("No site yet", "Create your first site, then embed its snippet on your pages.", sites));
        } else {
            show(site.get(), event.getRouteParameters());
        }
    }

    /** Fills the page, which is empty below its title. */
    protected abstract void show(SiteSettings site, RouteParameters parameters);
}
