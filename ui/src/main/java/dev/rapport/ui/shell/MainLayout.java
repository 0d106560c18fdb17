package dev.rapport.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import dev.rapport.admin.Role;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.Glyph;
import dev.rapport.ui.wording.SiteWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Navigation at the side, site choice at the top. */
public final class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient SettingsStore settings;
    private final Select<String> site = new Select<>();
    private String path = "";

    /** The layout over these sites. */
    public MainLayout(SettingsStore settings) {
        this.settings = settings;
        setPrimarySection(Section.DRAWER);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Menu");
        site.setAriaLabel("Site");
        site.addClassName("site-choice");
        site.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                SiteChoice.choose(change.getValue());
                UI.getCurrent()
                        .navigate(listPath(path), new QueryParameters(Map.of("site", List.of(change.getValue()))));
            }
        });
        Div fill = new Div();
        fill.addClassName("fill");
        Header header = new Header(toggle, site, fill, new ThemeSwitch());
        header.addClassName("top-bar");
        addToNavbar(header);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Div top = new Div(new Wordmark());
        top.addClassName("drawer-top");
        Div bottom = new Div();
        bottom.addClassName("drawer-bottom");
        SignedIn.current().ifPresent(signedIn -> bottom.add(account(signedIn)));
        Aside drawer = new Aside(top, navigation(), bottom);
        drawer.addClassName("drawer");
        drawer.getElement().setAttribute("aria-label", "Menu");
        addToDrawer(drawer);
    }

    private static SideNav navigation() {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", "Pages");
        nav.addItem(item("Overview", "", Glyph.OVERVIEW));
        nav.addItem(item("Live", "live", Glyph.LIVE));
        if (SignedIn.may(Role.ANALYST)) {
            nav.addItem(item("Responses", "responses", Glyph.RESPONSES));
            nav.addItem(item("Experiments", "experiments", Glyph.EXPERIMENTS));
            nav.addItem(item("How right", "learning", Glyph.LEARNING));
            nav.addItem(item("Sites", "sites", Glyph.SITES));
        }
        if (SignedIn.may(Role.OWNER)) {
            nav.addItem(item("Administrators", "administrators", Glyph.ADMINISTRATORS));
            nav.addItem(item("Audit", "audit", Glyph.AUDIT));
        }
        nav.addItem(item("Help", "help", Glyph.HELP));
        return nav;
    }

    private static SideNavItem item(String label, String path, Glyph icon) {
        SideNavItem item = new SideNavItem(label, path, icon.create());
        item.setMatchNested(!path.isEmpty());
        return item;
    }

    private static Component account(SignedIn signedIn) {
        Span name = new Span(signedIn.name());
        name.addClassName("account-name");
        Span role = new Span(SiteWords.role(signedIn.role()));
        role.addClassName("quiet");
        Button out = new Button("Sign out", click -> {
            UI.getCurrent().getPage().setLocation("/");
            SignedIn.signOut();
        });
        out.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Div who = new Div(name, role);
        who.addClassName("account");
        return new Div(who, out);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        path = event.getLocation().getPath();
        List<SiteSettings> all = settings.all();
        Map<String, String> names = new java.util.LinkedHashMap<>();
        all.forEach(one -> names.put(one.site(), one.name()));
        site.setItems(names.keySet());
        site.setItemLabelGenerator(id -> names.getOrDefault(id, id));
        Optional<SiteSettings> current = SiteChoice.current(
                settings, event.getLocation().getQueryParameters().getSingleParameter("site"));
        current.ifPresent(one -> site.setValue(one.site()));
        site.setVisible(!all.isEmpty());
    }

    /** A page about one rule, hint or experiment belongs to its own site, so another site opens at the list. */
    private static String listPath(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
