package dev.rapport.ui.responses;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rapport.admin.Role;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintIntent;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.Requires;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.settings.Draft;
import dev.rapport.ui.settings.Fields;
import dev.rapport.ui.settings.Ids;
import dev.rapport.ui.settings.SaveBar;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.shell.SitePage;
import dev.rapport.ui.wording.ResponseWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One hint's form with its preview; the id {@code new} makes a new one. */
@Requires(Role.ANALYST)
@PageTitle("Hint · Rapport")
@Route(value = "responses/hint/:hint", layout = MainLayout.class)
public final class HintView extends SitePage {
    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    private final TextField name = new TextField("Name");
    private final Select<HintKind> kind = new Select<>();
    private final Select<HintIntent> intent = new Select<>();
    private final TextField language = new TextField("Another language");
    private final Div texts = new Div();
    private final transient Map<String, TextFields> byLanguage = new LinkedHashMap<>();
    private final Preview preview = new Preview();

    /** The page over these sites. */
    public HintView(SettingsStore settings) {
        super("Hint", settings);
        name.setRequiredIndicatorVisible(true);
        kind.setLabel("Form");
        kind.setItems(HintKind.values());
        kind.setItemLabelGenerator(ResponseWords::kind);
        intent.setLabel("What it is for");
        intent.setItems(HintIntent.values());
        intent.setItemLabelGenerator(ResponseWords::intent);
        intent.setHelperText("Hints help; selling, urgency and consent requests are not on this list.");
        language.setHelperText("Tag such as de or fr-ca");
        texts.addClassName("stack");
    }

    @Override
    protected void show(SiteSettings site, RouteParameters parameters) {
        String id = parameters.get("hint").orElse(NEW);
        boolean fresh = id.equals(NEW);
        Hint hint = fresh
                ? new Hint(
                        "",
                        "",
                        HintKind.CALLOUT,
                        HintIntent.EXPLAIN,
                        new Anchor.TroubledElement(),
                        new Action.Close(),
                        Map.of(site.defaultLanguage(), new HintText("", "", "Got it", List.of())))
                : site.hint(id).orElseThrow(() -> new NotFoundException("no hint " + id));
        title(fresh ? "New hint" : hint.name());
        actions(new RouterLink("All responses", ResponsesView.class));
        name.setValue(hint.name());
        kind.setValue(hint.kind());
        intent.setValue(hint.intent());
        kind.setHelperText(ResponseWords.looks(hint.kind()));
        form(site, hint, fresh);
    }

    private void form(SiteSettings site, Hint hint, boolean fresh) {
        List<String> taken = site.hints().stream().map(Hint::id).toList();
        PlaceFields[] place = new PlaceFields[1];
        Runnable changed = () -> {
            byLanguage.values().forEach(text -> text.kind(kind.getValue()));
            kind.setHelperText(ResponseWords.looks(kind.getValue()));
            preview.show(
                    value(fresh ? Ids.from(name.getValue(), "hint", taken) : hint.id(), place[0]),
                    site.defaultLanguage());
        };
        place[0] = new PlaceFields(hint.anchor(), hint.action(), () -> {
            if (place[0] != null) {
                changed.run();
            }
        });
        byLanguage.clear();
        texts.removeAll();
        add(site.defaultLanguage(), hint.text(site.defaultLanguage(), site.defaultLanguage()), changed, site);
        hint.texts().keySet().stream()
                .sorted()
                .filter(tag -> !tag.equals(site.defaultLanguage()))
                .forEach(tag -> add(tag, hint.text(tag, tag), changed, site));
        kind.addValueChangeListener(change -> changed.run());
        Button more = new Button("Add language", click -> {
            String tag = language.getValue().strip().toLowerCase(Locale.ROOT);
            if (!tag.isEmpty() && !byLanguage.containsKey(tag)) {
                add(tag, new HintText("", "", "", List.of()), changed, site);
                language.clear();
                changed.run();
            }
        });
        Div another = new Div(language, more);
        another.addClassNames("condition");
        Fields fields = new Fields();
        fields.bind("name", name);
        fields.bind("kind", kind);
        fields.bind("intent", intent);
        place[0].bind(fields);
        int index = fresh ? site.hints().size() : taken.indexOf(hint.id());
        SaveBar save = new SaveBar(
                settings(),
                fields,
                "hints[" + index + "].",
                () -> {
                    fields.unbind("texts.");
                    byLanguage.values().forEach(text -> text.bind(fields));
                    return new Draft(site)
                            .put(value(fresh ? Ids.from(name.getValue(), "hint", taken) : hint.id(), place[0]))
                            .next();
                },
                saved -> getUI().ifPresent(ui -> ui.navigate(ResponsesView.class)));
        save.setVisible(SignedIn.may(Role.EDITOR));
        Div basics = new Div(name, kind, intent);
        basics.addClassName("fields");
        Div left = new Div(new Panel("Hint", basics, place[0]), new Panel("What it says", texts, another), save);
        left.addClassName("stack");
        Div columns = new Div(left, new Panel("Preview", preview));
        columns.addClassName("two");
        add(columns);
        changed.run();
    }

    private void add(String tag, HintText text, Runnable changed, SiteSettings site) {
        TextFields fields = new TextFields(
                tag,
                text,
                changed,
                tag.equals(site.defaultLanguage())
                        ? null
                        : () -> {
                            TextFields gone = byLanguage.remove(tag);
                            if (gone != null) {
                                texts.remove(gone.component());
                            }
                        });
        byLanguage.put(tag, fields);
        texts.add(fields.component());
    }

    private Hint value(String id, PlaceFields place) {
        Map<String, HintText> said = new LinkedHashMap<>();
        byLanguage.forEach((tag, fields) -> said.put(tag, fields.value(kind.getValue())));
        return new Hint(
                id, name.getValue().strip(), kind.getValue(), intent.getValue(), place.anchor(), place.action(), said);
    }
}
