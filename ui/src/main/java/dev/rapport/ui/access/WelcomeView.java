package dev.rapport.ui.access;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;

/** Shown until the first account exists to whoever comes without the one-time link. */
@Open
@PageTitle("Welcome · Rapport")
@Route("welcome")
public final class WelcomeView extends GateCard {
    private static final long serialVersionUID = 1L;

    /** The page. */
    public WelcomeView() {
        super(
                "Almost there",
                "No account exists yet. Open the one-time link that the server printed when it started; it creates the first"
                        + " account. A restart prints a new one.");
    }
}
