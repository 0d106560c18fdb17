package dev.rapport.e2e.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.e2e.support.Hands;
import dev.rapport.e2e.support.Wire;
import dev.rapport.frame.SummaryField;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The support chat: the same rules twice, and a stance for the second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupportChatTest extends DemoJourney {
    private static final String PAGE = "/demo/support/";

    @AfterAll
    @Override
    public void close() {
        super.close();
    }

    private static void write(Page page, String text) {
        int answers = page.locator("#with-log .shop").count();
        page.fill("#message", text);
        page.click("#send");
        assertTrue(
                within(
                        page,
                        Duration.ofSeconds(5),
                        () -> page.locator("#with-log .shop").count() > answers),
                "no answer to " + text);
        page.waitForTimeout(300);
    }

    private static String last(Page page, String log) {
        return page.locator(log + " .shop").last().innerText();
    }

    private static String stance(Page page) {
        return String.valueOf(page.locator("#stance").getAttribute("data-stance"));
    }

    @Test
    void anOrdinaryQuestionGetsTheSameAnswerTwice() {
        try (BrowserContext context = browser.visitor()) {
            Page page = shopper(context, PAGE);
            write(page, "My coupon does nothing");

            assertEquals(last(page, "#plain-log"), last(page, "#with-log"));
            assertEquals("go_on", stance(page));
        }
    }

    @Test
    void wordsThatSoundFrustratedAreAcknowledgedAndThenAPersonIsOffered() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            Wire wire = new Wire(page);
            page.navigate(server.publicUrl() + PAGE);
            page.locator("#consent-allow").click();
            page.waitForTimeout(700);

            write(page, "This is ridiculous, the coupon still does not work!");
            assertEquals("acknowledge", stance(page));
            assertTrue(page.locator("#with-log").innerText().contains("Sorry"));
            assertFalse(page.locator("#plain-log").innerText().contains("Sorry"));
            assertEquals(0, page.locator("#person").count());

            write(page, "It is ridiculous and it still does not work!");
            assertEquals("hand_over", stance(page));
            page.locator("#person").click();
            assertTrue(last(page, "#with-log").contains("a coupon"), last(page, "#with-log"));
            looksRight(page, "support");
            String sent = new String(wire.allBytes(), StandardCharsets.ISO_8859_1);
            assertFalse(sent.contains("ridiculous"), "the words left on Rapport's own line");
        }
    }

    @Test
    void wordsScoredInTheBrowserJoinWhatThePageNoticesAndStayThere() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            Wire wire = new Wire(page);
            page.navigate(server.publicUrl() + PAGE);
            assertTrue(page.isDisabled("#score-here"), "it can be chosen before consent");
            page.locator("#consent-allow").click();
            page.locator("#score-here").check();
            page.locator("[data-rapport-senses] .ask button.go").click();
            assertTrue(
                    within(
                            page,
                            Duration.ofSeconds(10),
                            () -> page.locator("[data-rapport-senses] .row.live")
                                            .count()
                                    == 1),
                    "the sense did not start");
            write(page, "This is ridiculous, the coupon still does not work!");

            assertTrue(
                    within(
                            page,
                            Duration.ofSeconds(5),
                            () -> wire.frames().stream()
                                            .mapToInt(frame -> frame.summary().get(SummaryField.TEXT_FRUSTRATION))
                                            .sum()
                                    > 300),
                    "no score left");
            assertTrue(page.locator("#noticed").innerText().contains("In this browser: frustration"));
            assertFalse(
                    new String(wire.allBytes(), StandardCharsets.ISO_8859_1).contains("ridiculous"),
                    "the words left on Rapport's own line");
            page.locator("[data-rapport-senses] .row button").click();
            assertTrue(within(page, Duration.ofSeconds(5), () -> !page.isChecked("#score-here")));
        }
    }

    @Test
    void lostWordsGetAPlainerAnswer() {
        try (BrowserContext context = browser.visitor()) {
            Page page = shopper(context, PAGE);
            write(page, "My coupon does nothing");
            write(page, "What? I do not get it");

            assertEquals("clarify", stance(page));
            assertNotEquals(last(page, "#plain-log"), last(page, "#with-log"));
        }
    }

    @Test
    void aFormThatRefusesTwiceBringsHelpStepByStepWithoutAWord() {
        try (BrowserContext context = browser.visitor()) {
            Page page = shopper(context, PAGE);
            Hands hands = new Hands(page);
            hands.type("#order-number", "2041").click("#find-order").rest(900);
            hands.type("#order-number", "7").click("#find-order").rest(900);

            assertTrue(
                    within(page, Duration.ofSeconds(6), () -> stance(page).equals("slow_down")),
                    "the chat was not told of the form");
            assertTrue(last(page, "#with-log").contains("HM-2041-7"));
            page.locator("#with-log .choices button").click();
            assertTrue(last(page, "#with-log").contains("e-mail"), last(page, "#with-log"));
        }
    }

    @Test
    void whoRefusesGetsTheSameChatTwiceAndNobodyIsAsked() {
        try (BrowserContext context = browser.visitor()) {
            Page page = refuser(context, PAGE);
            java.util.List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            write(page, "This is ridiculous, the coupon still does not work!");

            assertEquals(last(page, "#plain-log"), last(page, "#with-log"));
            assertEquals(java.util.List.of(), asked);
        }
    }
}
