package dev.rapport.ui.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rapport.admin.Administrators;
import dev.rapport.admin.Role;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.wording.SiteWords;
import java.time.Clock;
import java.util.Optional;

/** Uses up a one-time link and creates an account. */
@Open
@PageTitle("Create your account · Rapport")
@Route("setup")
public final class SetupView extends GateCard implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST = 12;

    private final transient Administrators administrators;
    private final transient Clock clock;
    private final TextField name = new TextField("Name");
    private final PasswordField password = new PasswordField("Password");
    private final PasswordField again = new PasswordField("Password again");
    private final Div body = new Div();
    private String token = "";

    /** The page over these accounts. */
    public SetupView(Administrators administrators, Clock clock) {
        super("Create your account", "The link works once, within 24 hours.");
        this.administrators = administrators;
        this.clock = clock;
        body.addClassName("stack");
        show(body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("token")
                .orElse("");
        Optional<Role> role = administrators.invitation(token);
        body.removeAll();
        if (role.isEmpty()) {
            body.add(Notice.problem(
                    "This link is not valid: it was used, is older than 24 hours, or is incomplete. Ask an"
                            + " owner for a new one, or restart the server if no account exists yet."));
            return;
        }
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.getElement().setAttribute("autocomplete", "username");
        password.setRequiredIndicatorVisible(true);
        password.setHelperText("At least " + SHORTEST + " characters; a few words are best");
        password.getElement().setAttribute("autocomplete", "new-password");
        again.setRequiredIndicatorVisible(true);
        again.getElement().setAttribute("autocomplete", "new-password");
        Button create = new Button("Create account", click -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        Paragraph duties =
                new Paragraph("Role: " + SiteWords.role(role.get()) + " – " + SiteWords.duties(role.get()) + ".");
        duties.addClassName("quiet");
        body.add(duties, name, password, again, create);
    }

    private void create() {
        name.setInvalid(name.isEmpty());
        name.setErrorMessage("Say who you are");
        password.setInvalid(password.getValue().length() < SHORTEST);
        password.setErrorMessage("At least " + SHORTEST + " characters");
        again.setInvalid(!again.getValue().equals(password.getValue()));
        again.setErrorMessage("The two differ");
        if (name.isInvalid() || password.isInvalid() || again.isInvalid()) {
            return;
        }
        try {
            SignedIn.signIn(
                    administrators.accept(
                            token, name.getValue().strip(), password.getValue().toCharArray()),
                    clock.instant());
            UI.getCurrent().getPage().setLocation("/");
        } catch (IllegalArgumentException e) {
            name.setErrorMessage(e.getMessage());
            name.setInvalid(true);
        }
    }
}
