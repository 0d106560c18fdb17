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
import dev.rapport.experiment.Decision;
import dev.rapport.experiment.Decision.Step;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.report.Verdict;
import dev.rapport.settings.ExperimentSteps;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.part.Toast;
import dev.rapport.ui.settings.Saved;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import dev.rapport.ui.wording.ExperimentWords;
import dev.rapport.ui.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One experiment's report, and what can be done with it. */
@Requires(Role.ANALYST)
@PageTitle("Experiment · Rapport")
@Route(value = "experiments/:experiment", layout = MainLayout.class)
public final class ExperimentView extends SitePage implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient ConsoleServices services;
    private final Select<Boolean> data = new Select<>();
    private final Div body = new Div();
    private transient @Nullable Reading reading;

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
            Reading now = Reading.of(services, site, experiment, data.getValue());
            reading = now;
            actions(new Exports(now), data);
            if (now.exposed() == 0
                    && Reading.of(services, site, experiment, !data.getValue()).exposed() > 0) {
                body.add(elsewhere());
            }
            ReportPanels.of(now).forEach(body::add);
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
        for (Step step : ExperimentSteps.possible(experiment.status())) {
            Button button = new Button(
                    StepDialog.action(step),
                    click -> new StepDialog(
                                    experiment,
                                    step,
                                    best(),
                                    (variation, why) -> take(site, experiment, step, variation, why))
                            .open());
            button.addThemeVariants(ButtonVariant.SMALL, variant(step));
            buttons.add(button);
        }
        if (experiment.status() == Status.DRAFT) {
            Button edit =
                    new Button("Edit", click -> UI.getCurrent().navigate("experiments/" + experiment.id() + "/edit"));
            edit.addThemeVariants(ButtonVariant.SMALL);
            buttons.add(edit);
        }
        return buttons;
    }

    private static ButtonVariant variant(Step step) {
        return switch (step) {
            case STARTED, RESUMED -> ButtonVariant.PRIMARY;
            case STOPPED -> ButtonVariant.ERROR;
            case PAUSED, SHIPPED, ARCHIVED -> ButtonVariant.TERTIARY;
        };
    }

    /** The variation that the report names as helping, if it does. */
    private @Nullable String best() {
        return reading != null && reading.report().verdict() instanceof Verdict.HelpsMore helps
                ? helps.variation()
                : null;
    }

    private void take(SiteSettings site, Experiment experiment, Step step, Optional<String> variation, String why) {
        String report = reading == null
                ? ""
                : ExperimentWords.verdict(reading.report().verdict()) + ": "
                        + reading.report().verdict().sentence();
        String shipped = variation.map(key -> "Variation: " + key + ". ").orElse("");
        String note =
                shipped + (why.isEmpty() ? "" : why + " ") + (report.isEmpty() ? "" : "The report said: " + report);
        Decision decision = new Decision(services.clock().instant(), SignedIn.who(), step, note.strip());
        switch (Saved.save(
                settings(), ExperimentSteps.take(site, experiment.id(), variation, decision), SignedIn.who())) {
            case Saved.Done saved -> Toast.done("Done, and noted in the decision log.");
            case Saved.Invalid invalid -> invalid.problems().forEach(problem -> Toast.failed(problem.message()));
            case Saved.Stale stale ->
                Toast.failed("Somebody else changed this site since you opened the page; it is loaded anew.");
        }
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
