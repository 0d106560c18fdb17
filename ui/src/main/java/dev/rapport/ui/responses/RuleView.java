package dev.rapport.ui.responses;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rapport.admin.Role;
import dev.rapport.hint.Hint;
import dev.rapport.rule.ResponseRule;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.settings.Draft;
import dev.rapport.ui.settings.Fields;
import dev.rapport.ui.settings.Ids;
import dev.rapport.ui.settings.SaveBar;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import java.util.List;

/** One rule's form; the id {@code new} makes a new one. */
@Requires(Role.EDITOR)
@PageTitle("Rule · Rapport")
@Route(value = "responses/rule/:rule", layout = MainLayout.class)
public final class RuleView extends SitePage {
    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";
    private static final int USUAL_PRIORITY = 50;

    private final TextField name = new TextField("Name");
    private final Checkbox enabled = new Checkbox("Enabled");
    private final IntegerField priority = new IntegerField("Priority");
    private final IntegerField held = new IntegerField("Held for seconds");
    private final Select<String> hint = new Select<>();

    /** The page over these sites. */
    public RuleView(SettingsStore settings) {
        super("Rule", settings);
        name.setRequiredIndicatorVisible(true);
        priority.setHelperText("If several rules match at once, the highest wins");
        held.setHelperText("How long the condition must hold without a break, 0 to 60");
        hint.setLabel("Show this hint");
    }

    @Override
    protected void show(SiteSettings site, RouteParameters parameters) {
        actions(new RouterLink("All responses", ResponsesView.class));
        if (site.hints().isEmpty()) {
            add(new EmptyState("A rule needs a hint", "Create a hint first, then say here when it is shown."));
            return;
        }
        String id = parameters.get("rule").orElse(NEW);
        boolean fresh = id.equals(NEW);
        ResponseRule rule = fresh
                ? new ResponseRule(
                        "",
                        "",
                        true,
                        USUAL_PRIORITY,
                        ConditionKind.SIGNAL.start(),
                        0,
                        site.hints().get(0).id())
                : site.rules().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new NotFoundException("no rule " + id));
        title(fresh ? "New rule" : rule.name());
        name.setValue(rule.name());
        enabled.setValue(rule.enabled());
        priority.setValue(rule.priority());
        held.setValue(rule.heldForSeconds());
        hint.setItems(site.hints().stream().map(Hint::id).toList());
        hint.setItemLabelGenerator(one -> site.hint(one).map(Hint::name).orElse(one));
        hint.setValue(rule.hint());
        form(site, rule, fresh);
    }

    private void form(SiteSettings site, ResponseRule rule, boolean fresh) {
        ConditionGroup when = new ConditionGroup(rule.when(), null);
        Fields fields = new Fields();
        fields.bind("name", name);
        fields.bind("priority", priority);
        fields.bind("heldForSeconds", held);
        fields.bind("hint", hint);
        List<String> taken = site.rules().stream().map(ResponseRule::id).toList();
        int index = fresh ? site.rules().size() : taken.indexOf(rule.id());
        SaveBar save = new SaveBar(
                settings(),
                fields,
                "rules[" + index + "].",
                () -> {
                    fields.unbind("when");
                    when.bind(fields, "when");
                    return new Draft(site)
                            .put(new ResponseRule(
                                    fresh ? Ids.from(name.getValue(), "rule", taken) : rule.id(),
                                    name.getValue().strip(),
                                    enabled.getValue(),
                                    number(priority),
                                    when.value(),
                                    number(held),
                                    hint.getValue()))
                            .next();
                },
                saved -> getUI().ifPresent(ui -> ui.navigate(ResponsesView.class)));
        Div basics = new Div(name, hint, priority, held);
        basics.addClassName("fields");
        Paragraph note = new Paragraph(
                "Conditions look at the visitor's last minute. Pacing and experiments still decide whether a due hint is shown.");
        note.addClassNames("quiet", "live-small");
        add(new Panel("Rule", basics, enabled), new Panel("Condition", when, note), save);
    }

    /** An empty field becomes a number that validation refuses. */
    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? Integer.MIN_VALUE : value;
    }
}
