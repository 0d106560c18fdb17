package dev.rapport.ui.sites;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rapport.admin.Role;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Page;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.wording.SiteWords;
import java.util.List;
import java.util.stream.Collectors;

/** All sites. */
@Requires(Role.ANALYST)
@PageTitle("Sites · Rapport")
@Route(value = "sites", layout = MainLayout.class)
public final class SitesView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient SettingsStore settings;

    /** The page over these sites. */
    public SitesView(SettingsStore settings) {
        super("Sites");
        this.settings = settings;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        List<SiteSettings> all = settings.all();
        Button create = new Button("New site", click -> new NewSiteDialog(settings).open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setEnabled(SignedIn.may(Role.EDITOR));
        if (all.isEmpty()) {
            add(new EmptyState(
                    "No site yet", "A site is one or more origins whose pages carry the same snippet.", create));
            return;
        }
        actions(create);
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        all.forEach(site -> list.add(row(site)));
        add(list);
    }

    private static ListItem row(SiteSettings site) {
        RouterLink name = new RouterLink(site.name(), SiteView.class, new RouteParameters("site", site.site()));
        name.addClassName("card-name");
        Span origins = new Span(
                site.origins().isEmpty()
                        ? "no origin may connect yet"
                        : site.origins().stream().sorted().collect(Collectors.joining(", ")));
        origins.addClassNames("quiet", "live-small");
        Span purpose = new Span(SiteWords.purpose(site.privacy().purpose()) + " · "
                + site.privacy().channels().stream()
                        .sorted()
                        .map(SiteWords::channel)
                        .collect(Collectors.joining(", ")));
        purpose.addClassNames("quiet", "live-small");
        Div text = new Div(name, origins, purpose);
        text.addClassName("card-text");
        ListItem row = new ListItem(text);
        row.addClassName("card-row");
        if (site.suspended()) {
            row.add(new Tag("Hints suspended", Tag.Tone.WARNING));
        }
        return row;
    }
}
