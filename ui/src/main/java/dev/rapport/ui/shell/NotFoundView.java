package dev.rapport.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import dev.rapport.ui.part.EmptyState;
import dev.rapport.ui.part.Page;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such page. */
@PageTitle("Not found · Rapport")
@ParentLayout(MainLayout.class)
public final class NotFoundView extends Page implements HasErrorParameter<NotFoundException> {
    private static final long serialVersionUID = 1L;

    /** The page. */
    public NotFoundView() {
        super("Not found");
        add(new EmptyState(
                "There is no such page", "The address may be old or mistyped.", new Anchor("/", "Go to the overview")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
