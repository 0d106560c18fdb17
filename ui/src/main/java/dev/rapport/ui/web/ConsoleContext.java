package dev.rapport.ui.web;

import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.RouteRegistryInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import dev.rapport.ui.ConsoleConfig;
import dev.rapport.ui.ConsoleServices;
import dev.rapport.ui.access.AccessGuard;
import dev.rapport.ui.access.RoleGuard;
import dev.rapport.ui.shell.ConsoleShell;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionTrackingMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.util.resource.Resource;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * Builds the servlet context. Nothing is found by scanning: routes and initializers are named here, so the console starts
 * the same from class folders, from jars and from one merged jar.
 */
public final class ConsoleContext {
    /** A session unused for this long ends. */
    public static final Duration IDLE = Duration.ofMinutes(30);

    private static final String SERVLET = "console";

    private ConsoleContext() {}

    /** A context, not started, that serves the console at {@code /}. */
    public static ServletContextHandler of(ConsoleConfig config, ConsoleServices services) {
        Views views = new Views(config, RoleGuard.over(services));
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        context.setContextPath("/");
        context.setClassLoader(ConsoleContext.class.getClassLoader());
        context.setBaseResource(resources(ResourceFactory.of(context)));
        sessions(context.getSessionHandler(), config);

        filter(context, new SecurityHeaders(config.secureCookies()));
        filter(context, new SessionLifetime(services.clock()));
        ServletHolder servlet =
                new ServletHolder(SERVLET, new ConsoleServlet(views, new AccessGuard(services.administrators())));
        servlet.setAsyncSupported(true);
        servlet.setInitOrder(1);
        servlet.setInitParameter("productionMode", "true");
        servlet.setInitParameter("closeIdleSessions", "true");
        context.addServlet(servlet, "/*");

        context.addServlet(new ServletHolder("preview", new PreviewServlet(config.publicUrl())), "/preview");

        run(context, new LookupServletContainerInitializer(), Set.of(LookupInitializer.class));
        run(context, new RouteRegistryInitializer(), Set.copyOf(views.routes()));
        run(context, new ErrorNavigationTargetInitializer(), Set.copyOf(views.errors()));
        run(context, new VaadinAppShellInitializer(), Set.of(ConsoleShell.class));
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addEventListener(new Atmosphere());
        return context;
    }

    private static void sessions(SessionHandler sessions, ConsoleConfig config) {
        sessions.setMaxInactiveInterval((int) IDLE.toSeconds());
        sessions.setSessionCookie(config.secureCookies() ? "__Host-rapport-console" : "rapport-console");
        sessions.setHttpOnly(true);
        sessions.setSameSite(HttpCookie.SameSite.STRICT);
        sessions.getSessionCookieConfig().setSecure(config.secureCookies());
        sessions.getSessionCookieConfig().setPath("/");
        sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    }

    private static void filter(ServletContextHandler context, Filter filter) {
        FilterHolder holder = new FilterHolder(filter);
        holder.setAsyncSupported(true);
        context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }

    private static void run(
            ServletContextHandler context, ServletContainerInitializer initializer, Set<Class<?>> classes) {
        context.addServletContainerInitializer(initializer, classes.toArray(Class<?>[]::new));
    }

    /** The {@code META-INF/resources} folders of the class path: theme files. */
    private static Resource resources(ResourceFactory factory) {
        try {
            List<Resource> found = new ArrayList<>();
            for (URL url :
                    Collections.list(ConsoleContext.class.getClassLoader().getResources("META-INF/resources"))) {
                found.add(factory.newResource(url));
            }
            return ResourceFactory.combine(found);
        } catch (IOException e) {
            throw new UncheckedIOException("the console's own files cannot be read", e);
        }
    }

    private static final class Atmosphere implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            JSR356WebsocketInitializer.initAtmosphereForVaadinServlet(
                    event.getServletContext().getServletRegistration(SERVLET), event.getServletContext());
        }
    }
}
