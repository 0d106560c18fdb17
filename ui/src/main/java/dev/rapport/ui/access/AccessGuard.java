package dev.rapport.ui.access;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.HasErrorParameter;
import dev.rapport.admin.Administrators;
import java.util.Optional;

/** Lets a navigation through, or sends it to the sign-in, set-up or refusal page. Refuses what is not marked. */
public final class AccessGuard implements BeforeEnterListener {
    private static final long serialVersionUID = 1L;

    private final transient Administrators administrators;

    /** A guard over these accounts. */
    public AccessGuard(Administrators administrators) {
        this.administrators = administrators;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        if (target.isAnnotationPresent(Open.class)) {
            return;
        }
        Optional<SignedIn> signedIn = SignedIn.current();
        if (signedIn.isEmpty()) {
            ComponentUtil.setData(
                    event.getUI(), Target.class, new Target(event.getLocation().getPathWithQueryParameters()));
            event.forwardTo(administrators.isEmpty() ? WelcomeView.class : SignInView.class);
            return;
        }
        if (HasErrorParameter.class.isAssignableFrom(target)) {
            return;
        }
        Requires requires = target.getAnnotation(Requires.class);
        if (requires == null || !signedIn.get().role().includes(requires.value())) {
            event.rerouteTo(RefusedView.class);
        }
    }

    /**
     * Where the reader wanted to go before the sign-in.
     *
     * @param path with query, relative to the console
     */
    record Target(String path) {}
}
