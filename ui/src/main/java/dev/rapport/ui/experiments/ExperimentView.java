package dev.rapport.ui.experiments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rapport.admin.Role;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Question;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.part.Toast;
import dev.rapport.ui.settings.Draft;
import dev.rapport.ui.settings.Saved;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import dev.rapport.ui.wording.ExperimentWords;
import dev.rapport.ui.wording.Numbers;
import java.util.ArrayList;
import java.util.List;

/** One experiment's report, and what can be done with it. */
@Requires(Role.ANALYST)
@PageTitle("Experiment · Rapport")
@Route(value = "experiments/:experiment", layout = MainLayout.class)
public final class ExperimentView extends SitePage implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient ConsoleServices services;
    private final Select<Boolean> data = new Select<>();
    private final Div body = new Div();

    /** The page over these services. */
    public ExperimentView(ConsoleServices services) {
        super("Experiment", services.settings());
        this.services = services;
        data.setAriaLabel("Data");
        data.setItems(false, true);
        data.setItemLabelGenerator(simulated -> simulated ? "Simulated visitors" : "Real visitors");
        data.setValue(false);
        body.addClassName("stack");
    }

    @Override
    protected void show(SiteSettings site, RouteParameters parameters) {
        String id = parameters.get("experiment").orElse("");
        Experiment experiment = site.experiments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("no experiment " + id));
        title(experiment.name());
        Div row = new Div(ExperimentWords.status(experiment.status()));
        row.addClassName("row");
        if (SignedIn.may(Role.EDITOR)) {
            steps(site, experiment).forEach(row::add);
        }
        row.add(new RouterLink("All experiments", ExperimentsView.class));
        data.addValueChangeListener(change -> report(site, experiment));
        add(row, body);
        report(site, experiment);
    }

    /** {@code ?data=simulated} opens the report on simulated visitors. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("data")
                .ifPresent(word -> data.setValue(word.equals("simulated")));
    }

    private void report(SiteSettings site, Experiment experiment) {
        body.removeAll();
        Numbers numbers = Numbers.current();
        if (experiment.status() == Status.DRAFT) {
            body.add(Notice.info("A draft assigns nobody. Start it when the hypothesis and the goal stand."));
        } else {
            if (data.getValue()) {
                body.add(new Div(new Tag("Simulated", Tag.Tone.SIMULATED)));
            }
            Reading reading = Reading.of(services, site, experiment, data.getValue());
            actions(new Exports(reading), data);
            if (reading.exposed() == 0
                    && Reading.of(services, site, experiment, !data.getValue()).exposed() > 0) {
                body.add(elsewhere());
            }
            ReportPanels.of(reading).forEach(body::add);
        }
        body.add(ReportPanels.setUp(experiment, site, numbers));
    }

    private Div elsewhere() {
        String others = data.getValue() ? "real" : "simulated";
        Button show = new Button("Show " + others + " visitors", click -> data.setValue(!data.getValue()));
        show.addThemeVariants(ButtonVariant.SMALL);
        Div row = new Div(Notice.info("Only " + others + " visitors were exposed so far."), show);
        row.addClassName("stack");
        return row;
    }

    private List<Button> steps(SiteSettings site, Experiment experiment) {
        List<Button> buttons = new ArrayList<>();
        switch (experiment.status()) {
            case DRAFT -> {
                buttons.add(button(
                        "Start", () -> save(site, experiment, Status.RUNNING, "It runs."), ButtonVariant.PRIMARY));
                buttons.add(button(
                        "Edit",
                        () -> UI.getCurrent().navigate("experiments/" + experiment.id() + "/edit"),
                        ButtonVariant.SMALL));
            }
            case RUNNING -> {
                buttons.add(button(
                        "Pause",
                        () -> save(site, experiment, Status.PAUSED, "Paused: the hint shows as without it."),
                        ButtonVariant.SMALL));
                buttons.add(button("Stop", () -> stop(site, experiment).open(), ButtonVariant.ERROR));
            }
            case PAUSED -> {
                buttons.add(button(
                        "Resume",
                        () -> save(site, experiment, Status.RUNNING, "It runs again."),
                        ButtonVariant.PRIMARY));
                buttons.add(button("Stop", () -> stop(site, experiment).open(), ButtonVariant.ERROR));
            }
            case STOPPED, ARCHIVED -> {}
        }
        return buttons;
    }

    private static Button button(String label, Runnable action, ButtonVariant variant) {
        Button button = new Button(label, click -> action.run());
        button.addThemeVariants(variant, ButtonVariant.SMALL);
        return button;
    }

    private Question stop(SiteSettings site, Experiment experiment) {
        Question dialog = new Question(
                "Stop this experiment?",
                "It assigns nobody any more and cannot be started again; its report stays. The hint then shows to everybody"
                        + " outside the holdout.",
                "Stop",
                () -> save(site, experiment, Status.STOPPED, "Stopped."));
        return dialog;
    }

    private void save(SiteSettings site, Experiment experiment, Status status, String done) {
        Experiment next = new Experiment(
                experiment.id(),
                experiment.name(),
                experiment.hypothesis(),
                experiment.hint(),
                experiment.seed(),
                experiment.coverage(),
                experiment.variations(),
                experiment.goal(),
                status,
                experiment.startedAt() == null ? services.clock().instant() : experiment.startedAt());
        switch (Saved.save(settings(), new Draft(site).put(next).next(), SignedIn.who())) {
            case Saved.Done saved -> Toast.done(done);
            case Saved.Invalid invalid -> invalid.problems().forEach(problem -> Toast.failed(problem.message()));
            case Saved.Stale stale ->
                Toast.failed("Not done: somebody else changed this site meanwhile. Look, then repeat.");
        }
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
