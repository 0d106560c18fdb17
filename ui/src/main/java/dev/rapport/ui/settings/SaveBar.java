package dev.rapport.ui.settings;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.rapport.settings.InvalidSettingsException.Problem;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Toast;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A form's save button with what saving led to: done, marked fields, or somebody else's change. */
public final class SaveBar extends Div {
    private static final long serialVersionUID = 1L;

    private final Div said = new Div();
    private final transient SettingsStore store;
    private final transient Fields fields;
    private final String prefix;
    private final transient Supplier<SiteSettings> next;
    private final transient Consumer<SiteSettings> done;

    /**
     * A bar for one form.
     *
     * @param store where to save
     * @param fields that problems are shown at
     * @param prefix path of the record that the form edits, such as {@code rules[2].}; empty for the site itself
     * @param next makes the snapshot to save, from the one that the form was opened with
     * @param done called with the saved snapshot
     */
    public SaveBar(
            SettingsStore store,
            Fields fields,
            String prefix,
            Supplier<SiteSettings> next,
            Consumer<SiteSettings> done) {
        this.store = store;
        this.fields = fields;
        this.prefix = prefix;
        this.next = next;
        this.done = done;
        addClassNames("save-bar", "stack");
        Button save = new Button("Save", click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div row = new Div(save);
        row.addClassName("row");
        said.addClassName("stack");
        add(said, row);
    }

    private void save() {
        said.removeAll();
        fields.clear();
        switch (Saved.save(store, next.get(), SignedIn.who())) {
            case Saved.Done saved -> {
                Toast.done("Saved. Open pages follow within a second.");
                done.accept(saved.settings());
            }
            case Saved.Invalid invalid -> {
                List<Problem> rest = fields.mark(prefix, invalid.problems());
                said.add(Notice.problem(
                        rest.size() < invalid.problems().size()
                                ? "Not saved: look at the marked fields."
                                : "Not saved."));
                rest.forEach(problem -> said.add(Notice.problem(problem.path() + ": " + problem.message())));
            }
            case Saved.Stale stale -> {
                said.add(Notice.warning(
                        "Not saved: somebody else changed this site since you opened the page. Note what you"
                                + " typed, then load the newest settings and repeat your change."));
                said.add(new Button(
                        "Load the newest settings", click -> UI.getCurrent().refreshCurrentRoute(false)));
            }
        }
    }
}
