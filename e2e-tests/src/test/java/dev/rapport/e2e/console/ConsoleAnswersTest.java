package dev.rapport.e2e.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.rapport.e2e.support.Browser;
import dev.rapport.e2e.support.RunningServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every answer of the console carries, and what it makes of a request that another page made up. */
class ConsoleAnswersTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPageHasAStrictPolicyAndAStrictCookie() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> page = get(client, "/sign-in");

            assertEquals(200, page.statusCode());
            String policy = header(page, "Content-Security-Policy");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'nonce-"), policy);
            assertTrue(policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("script-src 'self' 'unsafe-inline'"), policy);
            assertEquals("nosniff", header(page, "X-Content-Type-Options"));
            assertEquals("no-referrer", header(page, "Referrer-Policy"));
            assertEquals("same-origin", header(page, "Cross-Origin-Opener-Policy"));
            assertEquals("", header(page, "Access-Control-Allow-Origin"));
            assertEquals("", header(page, "Server"));
            String cookie = String.join(" ", page.headers().allValues("Set-Cookie"));
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        }
    }

    @Test
    void signingInChangesTheSessionsIdAndTheOldOneOpensNothing() throws Exception {
        try (Browser browser = new Browser();
                BrowserContext context = browser.visitor()) {
            Owner.first(context, server).page().close();
            context.clearCookies();
            Page page = context.newPage();
            page.navigate(server.consoleUrl() + "/sign-in");
            String before = session(context);
            page.close();

            Owner.again(context, server);

            String after = session(context);
            assertNotEquals(before, after);
            assertTrue(opens("/administrators", after));
            assertFalse(opens("/administrators", before));
        }
    }

    private static String session(BrowserContext context) {
        return context.cookies().stream()
                .filter(cookie -> cookie.httpOnly)
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    /** True when whoever holds this cookie is shown the page rather than the way to sign in. */
    private static boolean opens(String path, String cookie) {
        try (Browser browser = new Browser();
                BrowserContext thief = browser.visitor()) {
            int equals = cookie.indexOf('=');
            thief.addCookies(List.of(
                    new Cookie(cookie.substring(0, equals), cookie.substring(equals + 1)).setUrl(server.consoleUrl())));
            Page page = thief.newPage();
            page.navigate(server.consoleUrl() + path);
            page.waitForSelector("vaadin-app-layout h1, input[name=username]");
            return page.locator("input[name=username]").count() == 0;
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.consoleUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
