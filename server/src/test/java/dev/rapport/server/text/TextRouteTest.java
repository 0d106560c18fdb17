package dev.rapport.server.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.frame.Channel;
import dev.rapport.models.text.TextModel;
import dev.rapport.settings.DemoSites;
import dev.rapport.settings.InMemorySettingsStore;
import dev.rapport.settings.InMemorySiteSecrets;
import dev.rapport.settings.SiteSecrets;
import dev.rapport.settings.SiteSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRouteTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final InMemorySettingsStore SETTINGS = new InMemorySettingsStore(CLOCK);
    private static final SiteSecrets SECRETS = new InMemorySiteSecrets(CLOCK);
    private static final TextModel MODEL = TextModel.bundled();
    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static HttpServer server;
    private static String secret;

    @BeforeAll
    static void start() {
        for (SiteSettings site : DemoSites.all(Set.of("https://shop.example"), Instant.EPOCH)) {
            SETTINGS.save(site, "test");
        }
        server = serve();
        secret = SECRETS.make("support-demo", "test");
    }

    private static HttpServer serve() {
        TextRoute route = new TextRoute(new Replies(MODEL), SECRETS, SETTINGS);
        return VERTX.createHttpServer()
                .requestHandler(request -> route.handle(
                        request, String.valueOf(request.remoteAddress().hostAddress()), VERTX.getOrCreateContext()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
        HTTP.close();
        MODEL.close();
    }

    private static HttpResponse<String> post(String bearer, String body) throws IOException, InterruptedException {
        return post(server, bearer, body);
    }

    private static HttpResponse<String> post(HttpServer to, String bearer, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to.actualPort() + "/v1/text"))
                        .header("Authorization", "Bearer " + bearer)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void refused(HttpResponse<String> answer, int status, String code, String words) {
        assertEquals(status, answer.statusCode(), answer.body());
        JsonObject json = new JsonObject(answer.body());
        assertEquals(Set.of("error", "message"), json.fieldNames());
        assertEquals(code, json.getString("error"));
        assertTrue(json.getString("message").contains(words), answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "'This is so annoying. I already told you that. Terrible service!', hand_over",
        "'This is ridiculous, the coupon still does not work!', acknowledge",
        "'What? I do not get it', clarify",
        "'Thanks, that helped a lot!', go_on",
        "'Which coffee is best for espresso?', go_on"
    })
    void aTextGetsProbabilitiesAndAStance(String text, String stance) throws Exception {
        HttpResponse<String> answer =
                post(secret, new JsonObject().put("text", text).encode());

        assertEquals(200, answer.statusCode(), answer.body());
        JsonObject json = new JsonObject(answer.body());
        assertEquals(stance, json.getString("stance"), answer.body());
        assertTrue(json.getBoolean("known"));
        for (String number : Set.of("frustration", "confusion", "gratitude", "sadness", "certainty")) {
            double value = json.getDouble(number);
            assertTrue(value >= 0 && value <= 1, number + " in " + answer.body());
        }
        assertTrue(json.getString("why").endsWith("."), answer.body());
    }

    @Test
    void tooLittleTextIsUnknownNotCalm() throws Exception {
        JsonObject json = new JsonObject(post(secret, "{\"text\": \"ok\"}").body());

        assertFalse(json.getBoolean("known"));
        assertFalse(json.containsKey("frustration"));
        assertEquals("go_on", json.getString("stance"));
    }

    @Test
    void anotherLanguageIsUnknownAndSaysWhy() throws Exception {
        JsonObject json = new JsonObject(post(secret, "{\"text\": \"Das klappt nie!\", \"language\": \"de\"}")
                .body());

        assertFalse(json.getBoolean("known"));
        assertTrue(json.getString("why").contains("English"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": \"a b\", \"site\": 1} | malformed | site",
                "{} | malformed | text",
                "{\"text\": 7} | malformed | text",
                "{\"text\": \"  \"} | text | empty",
                "{\"text\": \"a b\", \"language\": \"english!\"} | language | tag",
                "{\"text\": | malformed | the body",
                "[] | malformed | the body"
            })
    void badInputGetsOneErrorThatSaysWhere(String body, String code, String words) throws Exception {
        refused(post(secret, body), 400, code, words);
    }

    @Test
    void aLongBodyIsRefused() throws Exception {
        String body = new JsonObject().put("text", "a ".repeat(10_000)).encode();
        refused(post(secret, body), 413, "size", "16384");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/v1/text"))
                        .header("Authorization", "Bearer " + secret)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'{', (byte) 0xff, '}'}))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        refused(answer, 400, "malformed", "UTF-8");
    }

    @Test
    void thePublicKeyIsNoSecret() throws Exception {
        refused(post(DemoSites.SUPPORT_KEY, "{\"text\": \"a b\"}"), 401, "secret", "public key");
    }

    @Test
    void anUnknownSecretIsRefused() throws Exception {
        refused(post(SiteSecrets.PREFIX + "A".repeat(43), "{\"text\": \"a b\"}"), 401, "secret", "console");
    }

    @Test
    void aSiteWhosePurposeRefusesTextGetsTheReason() throws Exception {
        String course = SECRETS.make("lesson-demo", "test");
        refused(post(course, "{\"text\": \"I am lost\"}"), 403, "channel", "education");
    }

    @Test
    void aSiteThatLeftTextOffIsToldHowToSwitchItOn() throws Exception {
        String shop = SECRETS.make("demo-shop", "test");
        assertFalse(SETTINGS.bySite("demo-shop")
                .map(SiteSettings::privacy)
                .orElseThrow()
                .allows(Channel.TEXT));
        refused(post(shop, "{\"text\": \"a b\"}"), 403, "channel", "console");
    }

    @Test
    void anythingButPostIsRefused() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/v1/text"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        refused(answer, 405, "method", "POST");
    }

    @Test
    void aSecretThatAsksTooOftenIsSlowedDown() throws Exception {
        HttpServer own = serve();
        HttpResponse<String> answer = post(own, secret, "{\"text\": \"a b\"}");
        assertEquals(200, answer.statusCode());
        for (int i = 0; i < 1_000 && answer.statusCode() == 200; i++) {
            answer = post(own, secret, "{\"text\": \"a b\"}");
        }
        refused(answer, 429, "rate", "a second");
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
    }
}
