package dev.rapport.ui.access;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.login.AbstractLogin.LoginEvent;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rapport.admin.Administrators;
import dev.rapport.admin.Administrators.SignIn;
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
    private final LoginForm form = new LoginForm();
    private final LoginI18n text = LoginI18n.createDefault();
    private String target = "";

    /** The page over these accounts. */
    public SignInView(Administrators administrators, Clock clock) {
        super("Sign in", "The console of your Rapport server.");
        this.administrators = administrators;
        this.clock = clock;
        text.getForm().setTitle("");
        text.getForm().setUsername("Name");
        text.getForm().setSubmit("Sign in");
        form.setI18n(text);
        form.setForgotPasswordButtonVisible(false);
        form.addLoginListener(this::signIn);
        show(form);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        AccessGuard.Target wanted = ComponentUtil.getData(event.getUI(), AccessGuard.Target.class);
        target = wanted == null ? "" : wanted.path().replaceFirst("^[/\\\\]+", "");
    }

    private void signIn(LoginEvent event) {
        switch (administrators.signIn(event.getUsername(), event.getPassword().toCharArray())) {
            case SignIn.Accepted accepted -> {
                SignedIn.signIn(accepted.account(), clock.instant());
                UI.getCurrent().getPage().setLocation("/" + target);
            }
            case SignIn.Rejected rejected ->
                fail("Wrong name or password", "Check both and try again. Names ignore upper and lower case.");
            case SignIn.Locked locked ->
                fail(
                        "Locked for now",
                        "Too many failures. Try again after "
                                + Numbers.current().time(locked.until()) + ".");
        }
    }

    private void fail(String title, String message) {
        text.getErrorMessage().setTitle(title);
        text.getErrorMessage().setMessage(message);
        form.setI18n(text);
        form.setError(true);
    }
}
