package dev.rapport.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.e2e.support.Axe;
import dev.rapport.e2e.support.Hands;
import dev.rapport.e2e.support.Journey;
import dev.rapport.e2e.support.Wire;
import dev.rapport.frame.SummaryField;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The optional senses on the real server: the studio, what reaches the server, and the policies of the measuring frames. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SenseTest extends Journey {
    @AfterAll
    @Override
    public void close() {
        super.close();
    }

    private static int sum(Wire wire, SummaryField field) {
        return wire.frames().stream().mapToInt(f -> f.summary().get(field)).sum();
    }

    @Test
    void wordsAreScoredOnThePageAndOnlyScoresReachTheServer() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            Wire wire = new Wire(page);
            List<String> foreign = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith(server.publicUrl())) {
                    foreign.add(request.url());
                }
            });
            page.navigate(server.publicUrl() + "/demo/senses/");
            page.locator("#allow-text").check();
            page.locator("#apply").click();
            page.locator("#go-text").click();
            page.locator("[data-rapport-senses] .ask button.go").click();
            assertTrue(
                    within(
                            page,
                            Duration.ofSeconds(10),
                            () -> page.locator("#sense-text .state")
                                    .textContent()
                                    .equals("on")),
                    () -> page.locator("#sense-text .state").textContent());
            Hands hands =
                    new Hands(page).type("#words", "This is ridiculous and I am so annoyed: it does not work again!");
            page.locator("#title-text").click();
            hands.rest(2500);
            assertEquals(1, sum(wire, SummaryField.TEXTS));
            int frustration = sum(wire, SummaryField.TEXT_FRUSTRATION);
            assertTrue(frustration > 300 && frustration <= 1000, "frustration " + frustration);
            assertTrue(wire.received().stream().noneMatch(m -> m.contains("\"error\"")), "refused: " + wire.received());
            assertTrue(
                    !new String(wire.allBytes(), StandardCharsets.ISO_8859_1).contains("ridiculous"),
                    "the text left the page");
            assertEquals(List.of(), foreign);
            assertEquals(List.of(), Axe.violations(page));
        }
    }

    @Test
    void aSenseThatNobodyAgreedToIsNotStarted() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            page.navigate(server.publicUrl() + "/demo/senses/");
            page.locator("#apply").click();
            page.evaluate("rapport('sense', 'voice', 'start')");
            assertTrue(within(
                    page,
                    Duration.ofSeconds(10),
                    () -> page.locator("#sense-voice .state").textContent().startsWith("not allowed here")));
            assertEquals(1, page.frames().size());
        }
    }

    @Test
    void whatRunsBesideCameraAndMicrophoneHasNoWayOut() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        for (String file : List.of("rapport-voice.html", "rapport-face.html", "rapport-face-worker.js")) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(server.publicUrl() + "/" + file))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), file);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.startsWith("default-src 'none';"), policy);
            assertTrue(!policy.contains("HOST"), policy);
            assertTrue(!policy.contains("'self'"), "more than the named files: " + policy);
            if (file.endsWith(".html")) {
                assertTrue(!policy.contains("connect-src") && !policy.contains("img-src"), policy);
            } else {
                assertTrue(
                        policy.contains(URI.create(server.publicUrl()).getAuthority() + "/rapport-facemesh.bin"),
                        policy);
            }
        }
    }
}
