package dev.rapport.ui.web;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import dev.rapport.ui.access.AccessGuard;

/** The Vaadin servlet, with views made by {@link Views}. */
final class ConsoleServlet extends VaadinServlet {
    private static final long serialVersionUID = 1L;

    private final transient Views views;
    private final AccessGuard guard;

    ConsoleServlet(Views views, AccessGuard guard) {
        this.views = views;
        this.guard = guard;
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        VaadinServletService service = new VaadinServletService(this, configuration) {
            private static final long serialVersionUID = 1L;

            @Override
            protected Instantiator createInstantiator() throws ServiceException {
                return new ViewInstantiator(this, views, new Startup(guard));
            }
        };
        service.init();
        return service;
    }
}
