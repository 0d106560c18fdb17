package dev.rapport.e2e.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.analytics.Range;
import dev.rapport.e2e.support.Hands;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The lesson: help where a learner is stuck, by friction alone; the gate refuses the rest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonTest extends DemoJourney {
    private static final String PAGE = "/demo/course/";
    private static final String REFUSED = "outcome=\"refused\",reason=\"channel_not_allowed\"} ";

    @AfterAll
    @Override
    public void close() {
        super.close();
    }

    @Test
    void twoWrongAnswersBringAWorkedExample() {
        try (BrowserContext context = browser.visitor()) {
            Page page = shopper(context, PAGE);
            Hands hands = new Hands(page);
            hands.type("#answer", "5120").click("#check").rest(900);
            assertFalse(page.isVisible("#example"), "help came after one wrong answer");
            page.fill("#answer", "");
            hands.type("#answer", "16").click("#check").rest(900);

            assertTrue(within(page, Duration.ofSeconds(6), () -> page.isVisible("#example")), "no example came");
            assertTrue(page.locator("#example-steps").innerText().contains("480"));
            assertTrue(page.locator("#aid-note").innerText().contains("worked example"), "a screen reader is not told");
            assertEquals(
                    "check", page.evaluate("document.activeElement.id"), "help that nobody asked for took the focus");
            looksRight(page, "lesson");
        }
    }

    @Test
    void theRightAnswersNeedNoHelp() {
        try (BrowserContext context = browser.visitor()) {
            Page page = shopper(context, PAGE);
            Hands hands = new Hands(page);
            for (String answer : List.of("20", "360", "16")) {
                hands.type("#answer", answer).click("#check").rest(800);
            }

            assertTrue(page.locator("#answer-note").innerText().contains("all three"));
            hands.rest(2500);
            assertFalse(page.isVisible("#example") || page.isVisible("#easier") || page.isVisible("#pause"));
        }
    }

    @Test
    void theServerGrantsFrictionAloneAndAForgedFrameIsCountedAndKeptNowhere() throws Exception {
        try (BrowserContext context = browser.visitor()) {
            Page page = refuser(context, PAGE);
            page.click("#ask-all");
            assertTrue(within(
                    page,
                    Duration.ofSeconds(5),
                    () -> page.locator("#channels li").count() == 8));
            assertEquals(
                    List.of("friction"),
                    page.locator("#channels li").allInnerTexts().stream()
                            .filter(line -> line.contains("granted"))
                            .map(line -> line.split("\\s+")[0])
                            .toList());
            assertTrue(page.locator("#welcome").innerText().contains("\"channels\":[\"friction\"]"));

            page.waitForTimeout(2500); // longer than the store takes for what other visitors sent
            long kept = frames();
            long before = refused();
            page.click("#forge");
            assertTrue(
                    within(
                            page,
                            Duration.ofSeconds(5),
                            () -> page.locator("#forged").innerText().contains("1008")),
                    page.locator("#forged").innerText());
            assertEquals(before + 1, refused());
            page.waitForTimeout(2500);
            assertEquals(kept, frames(), "a refused frame was stored");
            looksRight(page, "lesson-gate");

            page.reload();
            page.setViewportSize(1100, 800);
            page.click("#privacy-choice");
            page.click("#consent-allow");
            new Hands(page).click("#want-easier").click("#want-example").rest(2500);
            assertTrue(
                    within(page, Duration.ofSeconds(5), () -> frames() > kept),
                    "what is granted was not stored either");
        }
    }

    private long frames() {
        Range range = Range.last(Duration.ofHours(1), Instant.now().plusSeconds(60), false);
        return server.reports().totals("lesson-demo", range).frames();
    }

    private long refused() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String metrics = http.send(
                            HttpRequest.newBuilder(URI.create(server.publicUrl() + "/metrics"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            int at = metrics.indexOf(REFUSED);
            assertTrue(at > 0, "no such counter");
            String rest = metrics.substring(at + REFUSED.length());
            return (long) Double.parseDouble(rest.substring(0, rest.indexOf('\n')));
        }
    }
}
