package dev.rapport.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the public port says beside its answers: to browsers in general, and to other origins in particular. */
class HeadersTest {
    @TempDir
    static Path data;

    private static RunningListener listener;

    @BeforeAll
    static void start() {
        listener = RunningListener.roomy(data);
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static HttpResponse<String> preflight(String origin) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + listener.port() + "/v1/frames"))
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "POST")
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/rapport.js",
                "/manifest.json",
                "/rapport-nothing.js",
                "/w/0/rapport.js",
                "/demo/",
                "/demo/nowhere",
                "/healthz",
                "/readyz",
                "/metrics",
                "/.well-known/gpc.json",
                "/nowhere",
                "/v1/frames"
            })
    void everyAnswerForbidsSniffingAndNamesNoProgram(String path) throws Exception {
        HttpResponse<String> answer = listener.get(path);

        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertEquals("same-origin", header(answer, "Referrer-Policy"));
        assertEquals("", header(answer, "Server"));
    }

    @Test
    void theScriptMayBeUsedFromEverywhere() throws Exception {
        HttpResponse<String> script = listener.get("/rapport.js");

        assertEquals("*", header(script, "Access-Control-Allow-Origin"));
        assertEquals("cross-origin", header(script, "Cross-Origin-Resource-Policy"));
        assertEquals("text/javascript; charset=utf-8", header(script, "Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo/", "/healthz", "/readyz", "/metrics", "/nowhere"})
    void nothingElseMayBeReadFromAnotherOrigin(String path) throws Exception {
        assertEquals("", header(listener.get(path), "Access-Control-Allow-Origin"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example",
        "https://shop.example.evil.example, ''",
        "https://evilshop.example, ''",
        "http://shop.example, ''",
        "null, ''"
    })
    void onlyAListedOriginMayPost(String origin, String allowed) throws Exception {
        HttpResponse<String> answer = preflight(origin);

        assertEquals(allowed, header(answer, "Access-Control-Allow-Origin"));
        assertEquals("", header(answer, "Access-Control-Allow-Credentials"));
        assertTrue(allowed.isEmpty() || header(answer, "Vary").contains("Origin"));
    }

    @Test
    void compressionOfTheSocketIsDeclinedToWhoOffersIt() throws Exception {
        try (RawSocket raw = new RawSocket(listener.port())) {
            String answer = raw.request(
                    "GET /v1/socket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: rapport.v1\r\nOrigin: "
                            + RunningListener.ORIGIN
                            + "\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, x-webkit-deflate-frame\r\n\r\n");

            assertTrue(answer.contains(" 101 "), answer);
            assertFalse(answer.toLowerCase(Locale.ROOT).contains("extensions"), answer);
        }
    }

    @Test
    void theDemoShopRunsItsOwnScriptsOnly() throws Exception {
        String policy = header(listener.get("/demo/"), "Content-Security-Policy");

        assertTrue(policy.startsWith("default-src 'self'; script-src 'self';"), policy);
        assertTrue(policy.contains("object-src 'none'; base-uri 'none'"), policy);
    }
}
