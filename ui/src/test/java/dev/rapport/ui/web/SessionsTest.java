package dev.rapport.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.rapport.ui.access.SignedIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a session lives. */
class SessionsTest {
    private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");

    private final class TestClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Signs in at the first request and says the id of the session. */
    private static final class SigningIn extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Clock clock;

        SigningIn(Clock clock) {
            this.clock = clock;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getSession().getAttribute(SignedIn.SINCE) == null) {
                request.getSession().setAttribute(SignedIn.SINCE, clock.instant());
            }
            response.getWriter().write(request.getSession().getId());
        }
    }

    @Test
    void howeverBusyASessionIsItEndsAfterTwelveHours() throws Exception {
        withServer((client, port) -> {
            String first = get(client, port, "/").body();
            for (int minutes = 20; minutes <= 720; minutes += 20) {
                now = now.plus(Duration.ofMinutes(20));
                assertEquals(first, get(client, port, "/").body(), "after " + minutes + " min");
            }
            now = now.plusSeconds(1);
            assertNotEquals(first, get(client, port, "/").body());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?v-r=heartbeat", "/?v-r=push&v-uiId=0"})
    void aSessionWhosePageOnlySaysThatItIsOpenEndsAfterHalfAnHour(String byItself) throws Exception {
        withServer((client, port) -> {
            String first = get(client, port, "/").body();
            for (int minutes = 5; minutes <= 30; minutes += 5) {
                now = now.plus(Duration.ofMinutes(5));
                assertEquals(first, get(client, port, byItself).body(), "after " + minutes + " min");
            }
            now = now.plusSeconds(1);
            assertNotEquals(first, get(client, port, "/").body());
        });
    }

    @Test
    void aSessionThatIsUsedNowAndThenGoesOn() throws Exception {
        withServer((client, port) -> {
            String first = get(client, port, "/").body();
            for (int times = 1; times <= 5; times++) {
                now = now.plus(Duration.ofMinutes(30));
                assertEquals(first, get(client, port, "/?v-r=uidl&v-uiId=0").body());
            }
        });
    }

    /** What is asked of a running server. */
    private interface Asked {
        void of(HttpClient client, int port) throws Exception;
    }

    private void withServer(Asked asked) throws Exception {
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        context.addFilter(
                new FilterHolder(new SessionLifetime(new TestClock())), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new SigningIn(new TestClock())), "/*");
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            asked.of(client, connector.getLocalPort());
        } finally {
            server.stop();
        }
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
