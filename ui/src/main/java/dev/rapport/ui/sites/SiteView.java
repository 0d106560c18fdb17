package dev.rapport.ui.sites;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.rapport.admin.AuditLog;
import dev.rapport.admin.Role;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.ConsoleConfig;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.CopyButton;
import dev.rapport.ui.part.Page;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.part.Question;
import dev.rapport.ui.part.Toast;
import dev.rapport.ui.settings.Draft;
import dev.rapport.ui.settings.Fields;
import dev.rapport.ui.settings.SaveBar;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SiteChoice;
import java.util.Set;
import java.util.stream.Collectors;

/** One site's own settings. */
@Requires(Role.ANALYST)
@PageTitle("Site · Rapport")
@Route(value = "sites/:site", layout = MainLayout.class)
public final class SiteView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient ConsoleServices services;
    private final transient ConsoleConfig config;

    /** The page over these services. */
    public SiteView(ConsoleServices services, ConsoleConfig config) {
        super("Site");
        this.services = services;
        this.config = config;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("site").orElse("");
        SiteSettings site = services.settings().bySite(id).orElseThrow(() -> new NotFoundException("no site " + id));
        SiteChoice.choose(id);
        clear();
        title(site.name());
        show(site);
    }

    private void show(SiteSettings site) {
        Fields fields = new Fields();
        TextField name = new TextField("Name");
        name.setValue(site.name());
        TextArea origins = new TextArea("Allowed origins, one a line");
        origins.setValue(site.origins().stream().sorted().collect(Collectors.joining("\n")));
        origins.setHelperText("Exact origins such as https://shop.example. Pages from anywhere else are refused.");
        origins.setMinRows(2);
        fields.bind("name", name);
        fields.bind("origins", origins);
        PrivacyFields privacy = new PrivacyFields(site.privacy());
        privacy.bind(fields);
        PacingFields pacing = new PacingFields(site.pacing(), site.holdout(), fields);

        boolean editor = SignedIn.may(Role.EDITOR);
        name.setReadOnly(!editor);
        origins.setReadOnly(!editor);
        privacy.readOnly(!editor);
        pacing.readOnly(!editor);
        Panel general = new Panel("General", name, origins);
        SaveBar save = new SaveBar(
                services.settings(),
                fields,
                "",
                () -> new Draft(site)
                        .site(
                                name.getValue().strip(),
                                lines(origins),
                                privacy.value(),
                                pacing.value(),
                                pacing.holdout())
                        .next(),
                saved -> getUI().ifPresent(ui -> ui.navigate("sites/" + saved.site())));
        save.setVisible(editor);
        RouterLink back = new RouterLink("All sites", SitesView.class);
        Div left = new Div(general, privacy.panel(), pacing.panel());
        left.addClassName("stack");
        Div right = new Div(embed(site), new SecretPanel(site, services.secrets(), editor), simulated(site, editor));
        right.addClassName("stack");
        Div columns = new Div(left, right);
        columns.addClassName("two");
        actions(back);
        add(columns, save);
    }

    private static Set<String> lines(TextArea area) {
        return area.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    private Panel embed(SiteSettings site) {
        Code key = new Code(site.siteKey());
        Div row = new Div(new Span("Public key"), key, new CopyButton("Copy key", key));
        row.addClassName("row");
        Paragraph how =
                new Paragraph("Paste these lines before </head>. With data-consent=\"ask\" nothing listens, stores or"
                        + " sends until your page calls rapport('consent', true).");
        how.addClassNames("quiet", "live-small");
        return new Panel("Embed", new Snippet(site, config, services.widget()), how, row);
    }

    private Panel simulated(SiteSettings site, boolean editor) {
        Paragraph what =
                new Paragraph("./rapport simulate plays visitors through the real socket. What they leave is marked as"
                        + " simulated, reported apart, and removed here.");
        what.addClassNames("quiet", "live-small");
        Question confirm = new Question(
                "Clear simulated data?",
                "Everything that simulated visitors left on “" + site.name()
                        + "” is deleted. Real visitors' data stays.",
                "Clear",
                () -> {
                    services.outcomes().clearSimulated(site.site());
                    services.audit()
                            .add(new AuditLog.Entry(
                                    SignedIn.who(), AuditLog.Action.SIMULATED_DATA_CLEARED, site.site(), ""));
                    Toast.done("Simulated data is gone.");
                });
        Button clear = new Button("Clear simulated data", click -> confirm.open());
        clear.addThemeVariants(ButtonVariant.ERROR);
        clear.setEnabled(editor);
        return new Panel("Simulated data", what, new Div(clear));
    }
}
