package dev.rapport.e2e.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.e2e.support.RunningServer;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    void aRequestWithoutTheSessionsTokenChangesNothing() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            assertEquals(200, get(client, "/sign-in").statusCode());
            HttpRequest forged = HttpRequest.newBuilder(URI.create(server.consoleUrl() + "/?v-r=uidl&v-uiId=0"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "{\"csrfToken\":\"guessed\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"))
                    .build();

            String answer =
                    client.send(forged, HttpResponse.BodyHandlers.ofString()).body();

            assertFalse(answer.contains("\"changes\""), answer);
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
