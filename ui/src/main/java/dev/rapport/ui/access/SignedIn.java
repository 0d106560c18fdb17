package dev.rapport.ui.access;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import dev.rapport.admin.Administrators.Account;
import dev.rapport.admin.Role;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is signed in on this browser session.
 *
 * @param name of the account
 * @param role what it may do
 */
public record SignedIn(String name, Role role) implements Serializable {
    /** Name of the HTTP session attribute with the {@link Instant} of the sign-in. */
    public static final String SINCE = "rapport.signed-in-since";

    /** Who is signed in on the current Vaadin session, if anybody is. */
    public static Optional<SignedIn> current() {
        VaadinSession session = VaadinSession.getCurrent();
        return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(SignedIn.class));
    }

    /** Name for the settings' history. */
    public static String who() {
        return current().map(SignedIn::name).orElse("nobody");
    }

    /** True when the current session may do what {@code role} may. */
    public static boolean may(Role role) {
        return current().map(signedIn -> signedIn.role().includes(role)).orElse(false);
    }

    /** Signs in: the session gets a new id first, so that an id known before is worth nothing. */
    static void signIn(Account account, Instant now) {
        VaadinRequest request = VaadinRequest.getCurrent();
        VaadinService.reinitializeSession(request);
        VaadinSession session = VaadinSession.getCurrent();
        session.setAttribute(SignedIn.class, new SignedIn(account.name(), account.role()));
        WrappedSession http = session.getSession();
        http.setAttribute(SINCE, now);
    }

    /** Signs out and ends the session. */
    public static void signOut() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getSession().invalidate();
        session.close();
    }
}
