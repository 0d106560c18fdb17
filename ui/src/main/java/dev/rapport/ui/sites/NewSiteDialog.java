package dev.rapport.ui.sites;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.rapport.frame.Channel;
import dev.rapport.pacing.Pacing;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.settings.InvalidSettingsException.Problem;
import dev.rapport.settings.SettingsStore;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.part.Toast;
import dev.rapport.ui.settings.Fields;
import dev.rapport.ui.settings.Ids;
import dev.rapport.ui.settings.Saved;
import dev.rapport.ui.shell.SiteChoice;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks for what a new site needs at least. */
final class NewSiteDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final double USUAL_HOLDOUT = 0.05;
    private static final int KEY_LENGTH = 24;
    private static final String KEY_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final transient SettingsStore settings;
    private final transient Fields fields = new Fields();
    private final TextField name = new TextField("Name");
    private final TextField origin = new TextField("Origin");
    private final TextField language = new TextField("Default language");

    NewSiteDialog(SettingsStore settings) {
        this.settings = settings;
        setHeaderTitle("New site");
        setWidth("min(30rem, 94vw)");
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        origin.setPlaceholder("https://shop.example");
        origin.setHelperText("Exactly as browsers send it: scheme, host, port if unusual. More can be added later.");
        language.setValue("en");
        language.setHelperText("Every hint has a text in it. It cannot be changed later.");
        fields.bind("name", name);
        fields.bind("origins", origin);
        fields.bind("defaultLanguage", language);
        Div form = new Div(name, origin, language);
        form.addClassName("stack");
        add(form);
        Button cancel = new Button("Cancel", click -> close());
        Button create = new Button("Create site", click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, create);
    }

    private void create() {
        String id = Ids.from(
                name.getValue(),
                "site",
                settings.all().stream().map(SiteSettings::site).toList());
        SiteSettings site = new SiteSettings(
                id,
                1,
                name.getValue().strip(),
                newKey(),
                origin.getValue().isBlank()
                        ? Set.of()
                        : Set.of(origin.getValue().strip()),
                language.getValue().strip().toLowerCase(Locale.ROOT),
                new PrivacyPolicy(PrivacyPolicy.Purpose.UNSTATED, Set.of(Channel.FRICTION)),
                Pacing.DEFAULT,
                USUAL_HOLDOUT,
                false,
                List.of(),
                List.of(),
                List.of());
        switch (Saved.save(settings, site, SignedIn.who())) {
            case Saved.Done done -> {
                close();
                SiteChoice.choose(id);
                UI.getCurrent().navigate("sites/" + id);
            }
            case Saved.Invalid invalid -> {
                List<Problem> rest = fields.mark("", invalid.problems());
                rest.forEach(problem -> Toast.failed(problem.path() + ": " + problem.message()));
            }
            case Saved.Stale stale -> Toast.failed("A site with this name was created just now. Choose another name.");
        }
    }

    private static String newKey() {
        SecureRandom random = new SecureRandom();
        StringBuilder key = new StringBuilder(KEY_LENGTH);
        for (int i = 0; i < KEY_LENGTH; i++) {
            key.append(KEY_LETTERS.charAt(random.nextInt(KEY_LETTERS.length())));
        }
        return key.toString();
    }
}
