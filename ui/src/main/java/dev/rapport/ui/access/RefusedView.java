package dev.rapport.ui.access;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Page;
import dev.rapport.ui.shell.MainLayout;
import dev.rapport.ui.wording.SiteWords;

/** Shown instead of a page that the reader's role does not include. */
@Open
@PageTitle("No access · Rapport")
@Route(value = "refused", layout = MainLayout.class)
public final class RefusedView extends Page {
    private static final long serialVersionUID = 1L;

    /** The page. */
    public RefusedView() {
        super("No access");
        String role = SignedIn.current()
                .map(signedIn -> "You are signed in as "
                        + SiteWords.role(signedIn.role()).toLowerCase(java.util.Locale.ROOT) + ", which may "
                        + SiteWords.duties(signedIn.role()) + ".")
                .orElse("You are not signed in.");
        add(new EmptyState(
                "This page needs another role", role + " Ask an owner for an invitation with the role you need."));
    }
}
