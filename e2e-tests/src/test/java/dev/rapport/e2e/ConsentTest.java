package dev.rapport.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.e2e.support.Edit;
import dev.rapport.e2e.support.Hands;
import dev.rapport.e2e.support.HostPages;
import dev.rapport.e2e.support.Journey;
import dev.rapport.e2e.support.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What leaves a page, and what does not: before consent, after a refusal, after a withdrawal, and under a strict policy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentTest extends Journey {
    private final HostPages host = new HostPages();

    @BeforeAll
    void embed() {
        host.embed(server.publicUrl());
        server.change(Edit.senseEverythingShowNothing(host.origin()));
    }

    @AfterAll
    @Override
    public void close() {
        host.close();
        super.close();
    }

    @Test
    void beforeConsentNothingListensStoresOrConnects() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            List<String> requests = new ArrayList<>();
            page.onRequest(request -> requests.add(request.url()));
            Wire wire = new Wire(page);
            page.navigate(host.page("host/silent"));
            new Hands(page).clickRepeatedly("#save", 4, 250).rest(1500);
            assertEquals(List.of(), page.evaluate("window.listeners"));
            assertEquals(0, page.evaluate("window.timers"));
            assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
            assertEquals("", page.evaluate("document.cookie"));
            assertEquals(List.of(), wire.sockets());
            assertEquals(
                    List.of(server.publicUrl() + "/rapport.js"),
                    requests.stream()
                            .filter(r -> r.startsWith(server.publicUrl()))
                            .toList());
        }
    }

    @Test
    void aRefusalIsAsSilent() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            Wire wire = new Wire(page);
            page.navigate(host.page("host/silent"));
            page.evaluate("rapport('consent', false)");
            new Hands(page).clickRepeatedly("#save", 4, 250).rest(1500);
            assertEquals(List.of(), page.evaluate("window.listeners"));
            assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
            assertEquals(List.of(), wire.sockets());
        }
    }

    @Test
    void aWithdrawalStopsAndForgetsWithinASecond() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            Wire wire = new Wire(page);
            page.navigate(host.page("host/silent"));
            page.evaluate("rapport('consent', true)");
            Hands hands = new Hands(page).clickRepeatedly("#save", 3, 250).rest(1500);
            assertTrue(!wire.frames().isEmpty(), "nothing was sent after consent");
            page.evaluate("rapport('consent', false)");
            page.waitForTimeout(1000);
            int sent = wire.messages().size();
            hands.clickRepeatedly("#save", 4, 250).rest(2000);
            assertEquals(sent, wire.messages().size());
            assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
        }
    }

    @Test
    void aStrictPolicyIsNeverViolated() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            Wire wire = new Wire(page);
            page.navigate(host.page("host/strict"));
            page.waitForTimeout(700);
            page.evaluate("""
                    rapport('preview', {id: 'p', rule: 'p', kind: 'callout', intent: 'explain', anchor: {type: 'selector', css: '#apply-coupon'},
                      action: {type: 'close'}, text: {title: 'Title', body: 'Body', action: 'OK', choices: []}, lang: 'en', ttl: 10, why: [], certainty: 'high'})
                    """);
            new Hands(page).clickRepeatedly("#apply-coupon", 4, 250).rest(1500);
            assertEquals(1, hints(page), "the hint did not show");
            assertTrue(!wire.frames().isEmpty(), "the widget did not run");
            assertEquals(List.of(), page.evaluate("window.violations"));
        }
    }

    @Test
    void aHostilePageIsNeitherHarmedNorHarmful() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            Wire wire = new Wire(page);
            page.navigate(host.page("host/hostile"));
            new Hands(page).rest(700).clickRepeatedly("#apply-coupon", 4, 250).rest(1500);
            assertEquals(List.of(), page.evaluate("window.hostErrors"));
            assertEquals(1, wire.sockets().size(), "the second tag must not open a second socket");
            assertTrue(!wire.signals().isEmpty(), "the widget did not work on the hostile page");
        }
    }

    @Test
    void whatIsTypedNeverLeaves() {
        try (BrowserContext context = browser.visitor()) {
            Page page = context.newPage();
            Wire wire = new Wire(page);
            List<String> bodies = new ArrayList<>();
            page.onRequest(request -> bodies.add(request.url() + " " + request.postData()));
            page.navigate(host.page("host/strict"));
            Hands hands = new Hands(page).rest(700);
            hands.type("#secret", "Xylophon-4711")
                    .type("#note", "Quetzalcoatl zahlt 1234567")
                    .rest(1500);
            hands.clickRepeatedly("#apply-coupon", 4, 250).rest(1500);
            String all = new String(wire.allBytes(), StandardCharsets.ISO_8859_1) + bodies;
            for (String secret : List.of("Xylophon", "4711", "Quetzal", "1234567", "zahlt")) {
                assertTrue(!all.contains(secret), "'" + secret + "' left the page");
            }
            assertTrue(wire.frames().size() >= 3, "too little was sent to prove anything");
            assertTrue(
                    wire.frames().size() <= 3 * Duration.ofSeconds(60).toSeconds(),
                    "more frames than seconds: that would be a timing series");
        }
    }
}
