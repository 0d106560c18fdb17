package dev.rapport.ui.access;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rapport.admin.Administrators;
import dev.rapport.admin.Administrators.SignIn;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.wording.Numbers;
import java.time.Clock;

/** Name and password. */
@Open
@PageTitle("Sign in · Rapport")
@Route("sign-in")
public final class SignInView extends GateCard {
    private static final long serialVersionUID = 1L;

    private final transient Administrators administrators;
    private final transient Clock clock;
    private final TextField name = new TextField("Name");
    private final PasswordField password = new PasswordField("Password");
    private final Div said = new Div();
    private String target = "";

    /** The page over these accounts. */
    public SignInView(Administrators administrators, Clock clock) {
        super("Sign in", "The console of your Rapport server.");
        this.administrators = administrators;
        this.clock = clock;
        name.setAutofocus(true);
        name.setAutocomplete(Autocomplete.USERNAME);
        name.getElement().setProperty("name", "username");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.getElement().setProperty("name", "password");
        Button go = new Button("Sign in", click -> signIn());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        Div form = new Div(said, name, password, go);
        form.addClassName("stack");
        show(form);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        AccessGuard.Target wanted = ComponentUtil.getData(event.getUI(), AccessGuard.Target.class);
        target = wanted == null ? "" : wanted.path().replaceFirst("^[/\\\\]+", "");
    }

    private void signIn() {
        switch (administrators.signIn(name.getValue(), password.getValue().toCharArray())) {
            case SignIn.Accepted accepted -> {
                SignedIn.signIn(accepted.account(), clock.instant());
                UI.getCurrent().getPage().setLocation("/" + target);
            }
            case SignIn.Rejected rejected -> fail("Wrong name or password. Names ignore upper and lower case.");
            case SignIn.Locked locked ->
                fail("Too many failures: locked for now. Try again after "
                        + Numbers.current().time(locked.until()) + ".");
        }
    }

    private void fail(String message) {
        said.removeAll();
        said.add(Notice.problem(message));
        password.clear();
        password.focus();
    }
}
