package dev.rapport.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.rapport.e2e.support.Axe;
import dev.rapport.e2e.support.Journey;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind of hint on the demo shop, light and dark, wide and narrow: accessible, in the window, and never taking the focus.
 * {@code -Drapport.pictures=DIR} keeps a picture of each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HintKindsTest extends Journey {
    private static final int NARROW = 360;

    @AfterAll
    @Override
    public void close() {
        super.close();
    }

    @ParameterizedTest
    @CsvSource({
        "callout, #apply-coupon, Your code is safe, Coupon codes are applied on the payment page. You can go on., Got it, ",
        "toast, , That did not work, The fault is on our side and nothing was charged. Card payment works., More help, ",
        "banner, , Looking for something?, 'The help page lists delivery, returns and payment.', Open help, ",
        "inline, #coupon, , 'A code has eight letters, for example SPRING-8.', Thanks, ",
        "survey, , One question, What were you looking for on that page?, , Details of the product|Delivery and returns|Just looking",
        "chat, , Shall we help?, Somebody from the shop can take over from here., Open the chat, "
    })
    void isAccessibleAndKeepsOutOfTheWay(
            String kind, String at, String title, String body, String action, String choices) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1100, NARROW}) {
                try (BrowserContext context = browser.visitor(width, 760, false)) {
                    Page shop = context.newPage();
                    shop.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    shop.navigate(server.publicUrl() + "/demo/basket.html");
                    shop.locator("#consent-refuse").click();
                    shop.locator("#coupon").focus();
                    shop.evaluate("rapport('preview', " + hint(kind, at, title, body, action, choices) + ")");
                    shop.waitForSelector(HINT);
                    shop.waitForTimeout(500);
                    String look = kind + " " + scheme + " " + width;
                    assertEquals("coupon", shop.evaluate("document.activeElement.id"), look + " took the focus");
                    assertEquals(List.of(), Axe.violations(shop), look);
                    inside(shop, look);
                    keep(shop, kind, scheme, width);
                    shop.keyboard().press("Escape");
                    shop.waitForTimeout(300);
                    assertEquals(0, hints(shop), look + " did not close with Escape");
                }
            }
        }
    }

    private static void inside(Page shop, String look) {
        var box = shop.locator(HINT).boundingBox();
        int width = ((Number) shop.evaluate("innerWidth")).intValue();
        assertTrue(
                box.x >= 0 && box.x + box.width <= width + 0.5,
                () -> look + " leaves the window: " + box.x + " + " + box.width);
        assertEquals(
                0,
                ((Number) shop.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue(),
                look + " makes the page scroll sideways");
    }

    private static void keep(Page shop, String kind, ColorScheme scheme, int width) {
        String folder = System.getProperty("rapport.pictures");
        if (folder != null && width != NARROW) {
            String name = "hint-" + kind + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
            shop.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name)));
        }
    }

    private static String hint(String kind, String at, String title, String body, String action, String choices) {
        String anchor = at == null ? "{type: 'page'}" : "{type: 'selector', css: '" + at + "'}";
        String does =
                kind.equals("chat") ? "handoff" : kind.equals("toast") || kind.equals("banner") ? "link" : "close";
        return "{id: 'h', rule: 'r', kind: '" + kind + "', intent: 'explain', anchor: " + anchor + ", action: {type: '"
                + does
                + "', href: '/demo/help.html'}, text: {title: '" + text(title) + "', body: '" + text(body)
                + "', action: '"
                + text(action) + "', choices: " + list(choices)
                + "}, lang: 'en', ttl: 60, why: ['several clicks in a row that changed nothing'], certainty: 'high'}";
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    private static String list(String choices) {
        return choices == null ? "[]" : "['" + choices.replace("|", "', '") + "']";
    }
}
