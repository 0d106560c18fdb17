package dev.rapport.e2e.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The studio of the senses: what is agreed to, live numbers, certainty and the very bytes that leave. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudioTest extends DemoJourney {
    private static final String PAGE = "/demo/senses/";

    @AfterAll
    @Override
    public void close() {
        super.close();
    }

    @Test
    void beforeAnythingIsAgreedToNothingCanBeStarted() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            page.navigate(server.publicUrl() + PAGE);
            page.waitForFunction("window.rapport?.loaded");

            assertEquals(5, page.locator(".sense .go:disabled").count());
            assertEquals("none", page.locator("#bytes").innerText());
            assertEquals(
                    5,
                    page.locator(".sense .state:has-text(\"agree to it above first\")")
                            .count());
            looksRight(page, "studio-empty");
        }
    }

    @Test
    void aScoredTextShowsItsNumbersItsCertaintyAndItsBytes() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            page.navigate(server.publicUrl() + PAGE);
            page.check("#allow-text");
            page.click("#apply");
            page.click("#go-text");
            page.locator("[data-rapport-senses] .ask button.go").click();
            assertTrue(within(
                    page,
                    Duration.ofSeconds(10),
                    () -> page.locator("#sense-text .state").innerText().equals("on")));
            page.fill("#words", "This is ridiculous, I am so annoyed that it still does not work!");
            page.click("#title-text");

            assertTrue(within(
                    page,
                    Duration.ofSeconds(5),
                    () -> page.locator("#numbers").innerText().contains("textFrustration")));
            assertTrue(page.locator("#sense-text .meters").innerText().contains("frustration"));
            assertTrue(page.locator("#sense-text .certainty").innerText().matches("Certainty \\d+ %.*"));
            assertTrue(page.locator("#bytes").innerText().matches("([0-9a-f]{2}\\s?)+"));
            looksRight(page, "studio");
        }
    }
}
