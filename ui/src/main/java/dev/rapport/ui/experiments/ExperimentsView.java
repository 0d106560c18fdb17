package dev.rapport.ui.experiments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rapport.admin.Role;
import dev.rapport.experiment.Experiment;
import dev.rapport.hint.Hint;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import dev.rapport.ui.wording.ExperimentWords;
import java.util.Comparator;

/** All experiments of a site. */
@Requires(Role.ANALYST)
@PageTitle("Experiments · Rapport")
@Route(value = "experiments", layout = MainLayout.class)
public final class ExperimentsView extends SitePage {
    private static final long serialVersionUID = 1L;

    /** The page over these sites. */
    public ExperimentsView(SettingsStore settings) {
        super("Experiments", settings);
    }

    @Override
    protected void show(SiteSettings site, RouteParameters parameters) {
        Button create = new Button("New experiment", click -> UI.getCurrent().navigate("experiments/new/edit"));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.setVisible(SignedIn.may(Role.EDITOR) && !site.hints().isEmpty());
        if (site.experiments().isEmpty()) {
            add(new EmptyState(
                    "No experiment yet",
                    "An experiment shows a hint to some visitors and nothing, or another hint, to the others, at the same moments."
                            + (site.hints().isEmpty() ? " It needs a hint first: see Responses." : ""),
                    create));
            return;
        }
        actions(create);
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        site.experiments().stream()
                .sorted(Comparator.comparing(experiment -> experiment.status() == Experiment.Status.ARCHIVED))
                .forEach(experiment -> list.add(row(experiment, site)));
        add(list);
    }

    private static ListItem row(Experiment experiment, SiteSettings site) {
        RouterLink name = new RouterLink(
                experiment.name(), ExperimentView.class, new RouteParameters("experiment", experiment.id()));
        name.addClassName("card-name");
        Span hypothesis = new Span(experiment.hypothesis());
        hypothesis.addClassName("live-small");
        Span about = new Span(
                "About “" + site.hint(experiment.hint()).map(Hint::name).orElse(experiment.hint() + " (deleted)")
                        + "” · " + experiment.variations().size() + " arms · "
                        + (experiment.goal().isEmpty() ? "no goal" : "goal: " + experiment.goal()));
        about.addClassNames("quiet", "live-small");
        Div text = new Div(name, hypothesis, about);
        text.addClassName("card-text");
        ListItem row = new ListItem(text, ExperimentWords.status(experiment.status()));
        row.addClassName("card-row");
        return row;
    }
}
