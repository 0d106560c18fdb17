package dev.rapport.e2e.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.e2e.support.Axe;
import dev.rapport.e2e.support.Edit;
import dev.rapport.e2e.support.Hands;
import dev.rapport.e2e.support.Journey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A site owner watches visitors, changes a response while a page is open, and reads what came of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleJourneyTest extends Journey {
    private static final List<String> PAGES = List.of(
            "/",
            "/live",
            "/responses",
            "/responses/rule/coupon",
            "/responses/hint/coupon-help",
            "/experiments",
            "/experiments/find-help-test",
            "/experiments/new/edit",
            "/sites",
            "/sites/demo-shop",
            "/administrators",
            "/help",
            "/nowhere");

    private static final Pattern FRAMES = Pattern.compile(
            "Frames that this server has received: ([\\d,.]+) = ([\\d,.]+) stored"
                    + " \\+ ([\\d,.]+) duplicate \\+ ([\\d,.]+) refused \\+ ([\\d,.]+) dropped(?: \\+ ([\\d,.]+) on their way)?");

    private BrowserContext profile;
    private Owner owner;

    @BeforeAll
    void signIn() {
        server.change(Edit.holdout(0));
        profile = browser.visitor();
        owner = Owner.first(profile, server);
    }

    @AfterAll
    @Override
    public void close() {
        profile.close();
        super.close();
    }

    @Test
    void aStrugglingVisitIsSeenLiveWithItsReason() {
        owner.open("/live");
        try (BrowserContext visitor = browser.visitor()) {
            Page shop = shopper(visitor, "/demo/basket.html");
            new Hands(shop).clickRepeatedly("#apply-coupon", 4, 260).rest(1200);
            assertTrue(
                    within(owner.page(), Duration.ofSeconds(5), () -> live().contains("/demo/basket.html")),
                    () -> "the visit is not on the Live page: " + live());
            assertTrue(
                    within(owner.page(), Duration.ofSeconds(5), () -> live().contains("Coupon help”")),
                    () -> "Live does not say what became of the hint: " + live());
            assertTrue(live().contains("Because of"), () -> "Live gives no reason: " + live());
            assertTrue(
                    owner.page()
                            .getByText(Pattern.compile("half pay at most [0-9.,]+ ms"))
                            .isVisible(),
                    "Live does not say what the widget costs");
        }
    }

    private String live() {
        return owner.page().locator(".live-list").first().innerText();
    }

    @Test
    void aHintEditedInTheConsoleChangesTheOpenPage() {
        try (BrowserContext visitor = browser.visitor()) {
            Page shop = shopper(visitor, "/demo/basket.html");
            owner.open("/responses/hint/coupon-help");
            owner.field("Text").fill("Codes are counted at the end. Please go on.");
            owner.button("Save").click();
            owner.page().waitForURL("**/responses");
            new Hands(shop).clickRepeatedly("#apply-coupon", 4, 260);
            assertTrue(within(shop, Duration.ofSeconds(5), () -> hints(shop) > 0), "no hint");
            assertTrue(
                    shop.locator(HINT).innerText().contains("Codes are counted at the end"),
                    () -> "the open page shows the old text: "
                            + shop.locator(HINT).innerText());
        }
    }

    @Test
    void aRuleSwitchedOffInTheConsoleEndsItsHint() {
        try (BrowserContext visitor = browser.visitor()) {
            Page shop = shopper(visitor, "/demo/basket.html");
            owner.open("/responses/rule/coupon");
            owner.field("Enabled").uncheck();
            owner.button("Save").click();
            owner.page().waitForURL("**/responses");
            new Hands(shop).clickRepeatedly("#apply-coupon", 4, 260).rest(2500);
            assertEquals(0, hints(shop), "the hint came although its rule is off");
        } finally {
            owner.open("/responses/rule/coupon");
            owner.field("Enabled").check();
            owner.button("Save").click();
            owner.page().waitForURL("**/responses");
        }
    }

    @Test
    void theOverviewSaysWhereEveryFrameWentAndHowScoresAreSpread() {
        try (BrowserContext visitor = browser.visitor()) {
            Page shop = shopper(visitor, "/demo/basket.html");
            new Hands(shop).clickRepeatedly("#apply-coupon", 6, 260).rest(2500);
            owner.open("/");
            String said = owner.page().locator("main, body").first().innerText();
            Matcher sum = FRAMES.matcher(said);
            assertTrue(sum.find(), () -> "no sum of frames in " + said);
            long[] parts = LongStream.rangeClosed(1, 6)
                    .map(i -> sum.group((int) i) == null
                            ? 0
                            : Long.parseLong(sum.group((int) i).replaceAll("\\D", "")))
                    .toArray();
            assertTrue(parts[0] > 0 && parts[1] > 0, said);
            assertEquals(parts[0], parts[1] + parts[2] + parts[3] + parts[4] + parts[5], said);
            assertTrue(within(owner.page(), Duration.ofSeconds(10), () -> {
                owner.open("/");
                return owner.page().getByLabel("How it is spread").count() > 0;
            }));
            assertTrue(
                    owner.page().getByText(Pattern.compile("by \\d+ visitors")).isVisible());
        }
    }

    @Test
    void aMistakeInAFormIsMarkedAndNothingIsLost() {
        owner.open("/responses/hint/coupon-help");
        owner.field("Text").fill("You seem frustrated. Shall we help?");
        owner.button("Save").click();
        owner.page().waitForTimeout(800);
        assertTrue(owner.page().url().endsWith("/coupon-help"), "a text that says how the visitor feels was saved");
        assertEquals("You seem frustrated. Shall we help?", owner.field("Text").inputValue());
        assertTrue(owner.page().locator("main, body").first().innerText().contains("Not saved"), "no word of it");
    }

    @Test
    void everyPageIsAccessible() {
        List<String> violations = new ArrayList<>();
        for (String path : PAGES) {
            owner.open(path);
            Axe.violations(owner.page()).forEach(v -> violations.add(path + " " + v));
        }
        assertEquals(List.of(), violations);
    }
}
