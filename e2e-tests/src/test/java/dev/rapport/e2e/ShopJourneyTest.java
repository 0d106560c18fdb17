package dev.rapport.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.analytics.Range;
import dev.rapport.analytics.Reports;
import dev.rapport.e2e.support.Axe;
import dev.rapport.e2e.support.Edit;
import dev.rapport.e2e.support.Hands;
import dev.rapport.e2e.support.Journey;
import dev.rapport.e2e.support.Wire;
import dev.rapport.frame.EventKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Visitors of the demo shop with the rules that a fresh server comes with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopJourneyTest extends Journey {
    @BeforeAll
    void nobodyIsHeldOut() {
        server.change(Edit.holdout(0));
    }

    @AfterAll
    @Override
    public void close() {
        super.close();
    }

    @Test
    void rageOnTheDeadButtonBringsTheHint() {
        try (BrowserContext context = browser.visitor()) {
            Page shop = shopper(context, "/demo/basket.html");
            Hands hands = new Hands(shop).moveTo("#apply-coupon");
            hands.clickHere().rest(260).clickHere().rest(260).clickHere();
            long third = System.nanoTime();
            assertTrue(within(shop, Duration.ofSeconds(5), () -> hints(shop) > 0), "no hint within 5 s");
            System.out.printf(
                    "third futile click to visible hint: %d ms%n",
                    Duration.ofNanos(System.nanoTime() - third).toMillis());
            assertEquals(List.of(), Axe.violations(shop));
        }
    }

    @Test
    void theSameGesturesOnHonestControlsBringNone() {
        try (BrowserContext context = browser.visitor()) {
            Page shop = shopper(context, "/demo/product.html?id=huila");
            Wire wire = new Wire(shop);
            shop.reload();
            shop.waitForTimeout(900);
            Hands hands = new Hands(shop);
            hands.clickRepeatedly("#qty-plus", 6, 200).clickRepeatedly("#qty-minus", 4, 200);
            hands.clickRepeatedly("#next", 6, 220).clickRepeatedly("#month-next", 5, 200);
            hands.rest(2500);
            assertEquals(0, hints(shop));
            assertEquals(List.of(), wire.signals());
        }
    }

    @Test
    void dismissalSilences() {
        try (BrowserContext context = browser.visitor()) {
            Page shop = shopper(context, "/demo/basket.html");
            Hands hands = new Hands(shop).clickRepeatedly("#apply-coupon", 4, 260);
            assertTrue(within(shop, Duration.ofSeconds(5), () -> hints(shop) > 0), "no hint to dismiss");
            shop.locator(HINT + " .x").click();
            assertTrue(within(shop, Duration.ofSeconds(2), () -> hints(shop) == 0), "the hint stayed");
            hands.rest(9000);
            hands.clickRepeatedly("#apply-coupon", 5, 260).rest(3000);
            assertEquals(0, hints(shop), "a hint came after a dismissal");
        }
    }

    @Test
    void theHoldoutSeesNothingButIsCounted() {
        try (BrowserContext context = browser.visitor()) {
            server.change(Edit.holdout(0.5));
            Page shop = heldOut(context);
            new Hands(shop).clickRepeatedly("#apply-coupon", 4, 260).rest(2500);
            assertEquals(0, hints(shop));
            assertTrue(
                    within(shop, Duration.ofSeconds(5), () -> heldOutCount() > 0),
                    "the held-out moment was not counted");
        } finally {
            server.change(Edit.holdout(0));
        }
    }

    /** Visits with fresh profiles until one is in the holdout: half of them are. */
    private Page heldOut(BrowserContext context) {
        for (int attempt = 0; attempt < 12; attempt++) {
            context.clearCookies();
            Page shop = shopper(browser.visitor(), "/demo/basket.html");
            new Hands(shop).clickRepeatedly("#apply-coupon", 3, 260).rest(1800);
            if (hints(shop) == 0) {
                return shop;
            }
            shop.context().close();
        }
        throw new AssertionError("twelve visitors in a row saw the hint with a holdout of one half");
    }

    private long heldOutCount() {
        return server
                .reports()
                .hints(
                        "demo-shop",
                        Range.last(Duration.ofHours(1), Instant.now().plusSeconds(60), false))
                .stream()
                .mapToLong(Reports.HintTotals::heldOut)
                .sum();
    }

    @Test
    void theControlArmSeesNothingButIsExposed() {
        for (int attempt = 0; attempt < 12; attempt++) {
            try (BrowserContext context = browser.visitor()) {
                Page shop = shopper(context, "/demo/");
                if (searchUpAndDown(shop) == 0) {
                    assertTrue(
                            within(shop, Duration.ofSeconds(5), () -> exposed("control") == 1),
                            "a visitor who saw nothing was not counted in the control arm");
                    return;
                }
            }
        }
        throw new AssertionError("twelve visitors in a row saw the banner of an even split");
    }

    @Test
    void aForcedVariationIsShownButNotCounted() {
        long before = exposed("banner");
        try (BrowserContext context = browser.visitor()) {
            Page shop = shopper(context, "/demo/?rapport-force=find-help-test:banner");
            assertEquals(1, searchUpAndDown(shop), "the forced banner did not show");
            assertEquals(before, exposed("banner"), "a visit for quality assurance reached the report");
        }
    }

    /** Scrolls up and down until a hint is due; number of hints on the page two seconds later. */
    private static int searchUpAndDown(Page shop) {
        Hands hands = new Hands(shop).moveTo(500, 400);
        for (int i = 0; i < 7; i++) {
            hands.scroll(i % 2 == 0 ? 720 : -600).rest(250);
        }
        hands.rest(2500);
        return hints(shop);
    }

    private long exposed(String variation) {
        var experiment = server.settings()
                .bySite("demo-shop")
                .orElseThrow()
                .experiments()
                .getFirst();
        return server.reports().arms("demo-shop", experiment, false).stream()
                .filter(arm -> arm.variation().equals(variation))
                .mapToLong(Reports.ArmTotals::exposed)
                .sum();
    }

    @Test
    void aConversionReachesTheReport() {
        try (BrowserContext context = browser.visitor()) {
            Page shop = shopper(context, "/demo/");
            Wire wire = new Wire(shop);
            shop.reload();
            shop.waitForTimeout(900);
            shop.evaluate("rapport('convert', 'order', 49.9)");
            assertTrue(
                    within(
                            shop,
                            Duration.ofSeconds(5),
                            () -> !wire.events(EventKind.CONVERSION).isEmpty()),
                    "the conversion was not sent");
            assertTrue(
                    within(
                            shop,
                            Duration.ofSeconds(5),
                            () -> server.reports()
                                            .totals(
                                                    "demo-shop",
                                                    Range.last(
                                                            Duration.ofHours(1),
                                                            Instant.now().plusSeconds(60),
                                                            false))
                                            .conversions()
                                    > 0),
                    "the conversion did not reach the report");
        }
    }
}
