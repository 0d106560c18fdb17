package dev.rapport.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console's port says beside its pages, and what it takes only from its own pages. */
class ConsoleHttpTest {
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    /** What a page is told that must load itself again. */
    private static final String REFUSED = "appError";

    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");

    @TempDir
    static Path data;

    private static Server server;

    @BeforeAll
    static void start() {
        server = Started.whole(data, "--console-port", "0");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.consoleUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/setup",
                "/live",
                "/audit",
                "/nowhere",
                "/rapport.svg",
                "/VAADIN/nothing.js",
                "/preview",
                "/?v-r=init&location=sign-in&query=",
                "/?v-r=uidl&v-uiId=0",
                "/?v-r=heartbeat&v-uiId=0"
            })
    void everyAnswerHasThePoliciesAndNamesNoProgram(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = get(client, path);

            assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
            assertTrue(
                    header(answer, "Content-Security-Policy").contains("frame-ancestors"), answer.headers()::toString);
            assertEquals("no-referrer", header(answer, "Referrer-Policy"));
            assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
            assertEquals("", header(answer, "Access-Control-Allow-Origin"));
            assertEquals("", header(answer, "Server"));
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
            }
        }
    }

    @Test
    void aMessageToAPageIsTakenOnlyWithThePagesOwnKey() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            String page = get(client, "/?v-r=init&location=sign-in&query=").body();
            String key = found(KEY, page);
            String ui = found(UI, page);

            for (String forged : List.of("", "00000000-0000-0000-0000-000000000000", key.substring(1))) {
                String refused = sent(client, ui, forged);
                assertTrue(refused.contains(REFUSED), () -> "with the key '" + forged + "': " + refused);
            }
            String taken = sent(client, ui, key);
            assertTrue(taken.contains("\"syncId\":1") && !taken.contains(REFUSED), () -> "with its own key: " + taken);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertTrue(matcher.find(), () -> pattern + " is not in " + text);
        return matcher.group(1);
    }

    private static String sent(HttpClient client, String ui, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.consoleUrl() + "/?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"csrfToken\":\"" + key + "\",\"rpc\":[],\"syncId\":0,\"clientId\":0}"))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return answer.body();
    }
}
