package dev.rapport.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Page;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page could not be shown, for example because the database does not answer. */
@PageTitle("Something went wrong · Rapport")
@ParentLayout(MainLayout.class)
public final class FailedView extends Page implements HasErrorParameter<Exception> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FailedView.class);

    /** The page. */
    public FailedView() {
        super("Something went wrong");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.error("page {} failed", event.getLocation().getPath(), parameter.getCaughtException());
        add(new EmptyState(
                "This page cannot be shown now",
                "The server's log says why. If the database is down, pages come back once it answers; visitors' frames are"
                        + " kept meanwhile.",
                new Anchor("/" + event.getLocation().getPathWithQueryParameters(), "Try again")));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
