package dev.rapport.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rapport.admin.Role;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.hint.Hint;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.settings.Draft;
import dev.rapport.ui.settings.Fields;
import dev.rapport.ui.settings.Ids;
import dev.rapport.ui.settings.SaveBar;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import java.util.ArrayList;
import java.util.List;

/** The form of a draft, in the order in which an experiment is thought out; the id {@code new} makes a new one. */
@Requires(Role.EDITOR)
@PageTitle("Experiment · Rapport")
@Route(value = "experiments/:experiment/edit", layout = MainLayout.class)
public final class ExperimentFormView extends SitePage {
    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";
    private static final double HUNDRED = 100;

    private final TextField name = new TextField("Name");
    private final TextArea hypothesis = new TextArea("Hypothesis");
    private final Select<String> hint = new Select<>();
    private final NumberField coverage = new NumberField("Visitors who take part, %");
    private final TextField goal = new TextField("Goal");
    private final Div arms = new Div();
    private final transient List<VariationRow> rows = new ArrayList<>();
    private final ForecastFields forecast = new ForecastFields(rows::size);

    /** The page over these sites. */
    public ExperimentFormView(SettingsStore settings) {
        super("New experiment", settings);
        name.setRequiredIndicatorVisible(true);
        hypothesis.setHelperText("What you expect and why, written down before the numbers come in.");
        hypothesis.setMinRows(2);
        hypothesis.addClassName("wide");
        hint.setLabel("It decides about this hint");
        hint.setHelperText("Whenever it would show, the visitor's arm says what is shown instead.");
        coverage.setHelperText("Raising it later moves nobody to another arm.");
        goal.setHelperText("The name in rapport('convert', name). Empty: friction after exposure only.");
        arms.addClassName("stack");
    }

    @Override
    protected void show(SiteSettings site, RouteParameters parameters) {
        actions(new RouterLink("All experiments", ExperimentsView.class));
        if (site.hints().isEmpty()) {
            add(new EmptyState("An experiment needs a hint", "Create a hint under Responses first."));
            return;
        }
        String id = parameters.get("experiment").orElse(NEW);
        boolean fresh = id.equals(NEW);
        Experiment experiment = fresh
                ? blank(site.hints().get(0).id())
                : site.experiments().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("no experiment " + id));
        if (experiment.status() != Status.DRAFT) {
            add(Notice.info("It has started, so it is not changed any more: that would mix visitors of two experiments."
                    + " Stop it and create another."));
            return;
        }
        title(fresh ? "New experiment" : experiment.name());
        form(site, experiment, fresh);
    }

    private static Experiment blank(String hint) {
        return new Experiment(
                "",
                "",
                "",
                hint,
                "",
                1,
                List.of(new Variation("control", "No hint", 0.5, null), new Variation("hint", "Hint", 0.5, hint)),
                "",
                Status.DRAFT,
                null);
    }

    private void form(SiteSettings site, Experiment experiment, boolean fresh) {
        name.setValue(experiment.name());
        hypothesis.setValue(experiment.hypothesis());
        hint.setItems(site.hints().stream().map(Hint::id).toList());
        hint.setItemLabelGenerator(one -> site.hint(one).map(Hint::name).orElse(one));
        hint.setValue(experiment.hint());
        coverage.setValue(Math.round(experiment.coverage() * HUNDRED * HUNDRED) / HUNDRED);
        goal.setValue(experiment.goal());
        rows.clear();
        arms.removeAll();
        experiment.variations().forEach(variation -> add(variation, site));
        Button more = new Button("Add arm", click -> add(new Variation("", "", 0, hint.getValue()), site));
        more.addThemeVariants(ButtonVariant.SMALL);
        MeasureFields measures = new MeasureFields(experiment);
        Fields fields = new Fields();
        fields.bind("name", name);
        fields.bind("hypothesis", hypothesis);
        fields.bind("hint", hint);
        fields.bind("coverage", coverage);
        fields.bind("goal", goal);
        List<String> taken = site.experiments().stream().map(Experiment::id).toList();
        int index = fresh ? site.experiments().size() : taken.indexOf(experiment.id());
        SaveBar save = new SaveBar(
                settings(),
                fields,
                "experiments[" + index + "].",
                () -> {
                    fields.unbind("variations");
                    for (int i = 0; i < rows.size(); i++) {
                        rows.get(i).bind(fields, "variations[" + i + "]");
                    }
                    measures.bind(fields);
                    String key = fresh ? Ids.from(name.getValue(), "experiment", taken) : experiment.id();
                    return new Draft(site).put(measures.on(value(key))).next();
                },
                saved -> getUI().ifPresent(ui -> ui.navigate(
                        "experiments/" + saved.experiments().get(index).id())));
        Div basics = new Div(name, hypothesis);
        basics.addClassName("fields");
        Div who = new Div(hint, coverage);
        who.addClassName("fields");
        Paragraph even = new Paragraph("Exactly one arm sees nothing. Shares add up to 100 %.");
        even.addClassNames("quiet", "live-small");
        Div add = new Div(more);
        Div success = new Div(goal);
        success.addClassName("fields");
        Paragraph also =
                new Paragraph("Measured in any case: friction, errors and the same trouble after exposure, time to"
                        + " the goal, forms completed, answers to “did this help?”, hints closed. Add what else must be looked at"
                        + " now: what is added after the start proves nothing.");
        also.addClassNames("quiet", "live-small");
        add(
                new Panel("1 · What do you expect?", basics),
                new Panel("2 · Who sees what?", who, arms, add, even, measures.part()),
                new Panel("3 · What counts as success?", success, also, measures.metrics()),
                new Panel("4 · How long will it take?", forecast),
                save);
    }

    private void add(Variation variation, SiteSettings site) {
        VariationRow row = new VariationRow(variation, site, gone -> {
            rows.remove(gone);
            arms.remove(gone);
            forecast.update();
        });
        rows.add(row);
        arms.add(row);
        forecast.update();
    }

    private Experiment value(String id) {
        List<Variation> variations = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (VariationRow row : rows) {
            String key = Ids.from(row.name(), "arm", keys);
            keys.add(key);
            variations.add(row.value(key));
        }
        Double percent = coverage.getValue();
        return new Experiment(
                id,
                name.getValue().strip(),
                hypothesis.getValue().strip(),
                hint.getValue(),
                id,
                percent == null ? Double.NaN : percent / HUNDRED,
                variations,
                goal.getValue().strip(),
                Status.DRAFT,
                null);
    }
}
