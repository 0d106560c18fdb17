package dev.rapport.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.ui.access.SignedIn;
import dev.rapport.ui.dev.DevConsole;
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

/** How long a session lives, and what every answer of the console carries. */
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
            String first = get(client, connector.getLocalPort(), "/").body();
            for (int hour = 1; hour <= 12; hour++) {
                now = now.plus(Duration.ofHours(1));
                assertEquals(first, get(client, connector.getLocalPort(), "/").body(), "after " + hour + " h");
            }
            now = now.plusSeconds(1);
            assertNotEquals(first, get(client, connector.getLocalPort(), "/").body());
        } finally {
            server.stop();
        }
    }

    @Test
    void theConsoleSendsItsHeadersAndAStrictCookieThatEndsWhenIdle() throws Exception {
        try (DevConsole console = DevConsole.empty(0, URI.create("http://localhost:8080"));
                HttpClient client = HttpClient.newHttpClient()) {
            int port = console.start();
            HttpResponse<String> page = get(client, port, "/");

            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'nonce-"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("script-src 'self' 'unsafe-inline'"), policy);
            assertEquals(
                    "nosniff",
                    page.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals(
                    "no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
            assertEquals(
                    "same-origin",
                    page.headers().firstValue("Cross-Origin-Opener-Policy").orElse(""));
            assertTrue(page.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
            assertTrue(page.headers().firstValue("Server").isEmpty());
            String cookie = String.join(" ", page.headers().allValues("Set-Cookie"));
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
            assertEquals(
                    Duration.ofMinutes(30).toSeconds(),
                    ConsoleContext.of(console.config(), console.services())
                            .getSessionHandler()
                            .getMaxInactiveInterval());
        }
    }

    @Test
    void aRequestWithoutTheSessionsTokenChangesNothing() throws Exception {
        try (DevConsole console = DevConsole.empty(0, URI.create("http://localhost:8080"));
                HttpClient client = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .build()) {
            int port = console.start();
            get(client, port, "/sign-in");
            HttpRequest forged = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/?v-r=uidl&v-uiId=0"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"csrfToken\":\"guessed\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"))
                    .build();

            String answer =
                    client.send(forged, HttpResponse.BodyHandlers.ofString()).body();

            assertFalse(answer.contains("\"changes\""), answer);
        }
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
