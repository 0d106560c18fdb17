package dev.rapport.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import dev.rapport.e2e.support.Axe;
import dev.rapport.e2e.support.Journey;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every kind of hint on the demo shop, light and dark, wide and narrow, right to left, twice as large, with less motion and with
 * forced colours: accessible, in the window, and never taking the focus. Only a dialog does, and gives it back.
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
        "hotspot, #apply-coupon, What is a code?, 'A code has eight letters, for example SPRING-8.', Got it, ",
        "step, , Three things to a parcel, , , Check the basket|Enter the address|Choose how to pay",
        "dialog, , Your basket is kept, 'Nothing is lost, whatever went wrong. You can come back to it from any device.', Go on, ",
        "chat, , Shall we help?, Somebody from the shop can take over from here., Open the chat, "
    })
    void isAccessibleAndKeepsOutOfTheWay(
            String kind, String at, String title, String body, String action, String choices) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {1100, NARROW}) {
                try (BrowserContext context = browser.visitor(width, 760, false)) {
                    Page shop = context.newPage();
                    shop.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                    String look = kind + " " + scheme + " " + width;
                    look(
                            shop,
                            look,
                            kind,
                            hint(kind, at, title, body, action, choices),
                            "",
                            () -> keep(shop, kind, scheme, width));
                    away(shop, look);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "callout, #apply-coupon, ",
        "hotspot, #apply-coupon, ",
        "toast, , ",
        "banner, , ",
        "inline, #coupon, ",
        "step, , First|Second",
        "dialog, , ",
        "survey, , First|Second",
        "chat, , "
    })
    void holdsUnderEveryCircumstance(String kind, String at, String choices) {
        String said =
                hint(kind, at, "A title of some length", "A sentence that says what the page does.", "Go on", choices);
        circumstance("right to left", kind, said.replace("lang: 'en'", "lang: 'ar'"), 1100, shop -> {});
        circumstance("320 px", kind, said, 320, shop -> {});
        // Zooming to 200 % halves the window in CSS pixels.
        circumstance("200 %", kind, said, 640, shop -> {});
        circumstance(
                "forced colours",
                kind,
                said,
                1100,
                shop -> shop.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE)));
        circumstance("less motion", kind, said, 1100, shop -> {
            shop.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        });
    }

    private void circumstance(String name, String kind, String hint, int width, Consumer<Page> prepare) {
        try (BrowserContext context = browser.visitor(width, 760, false)) {
            Page shop = context.newPage();
            prepare.accept(shop);
            String look = kind + ", " + name;
            look(shop, look, kind, hint, "[data-rapport-hint]", () -> {});
            if (name.equals("less motion")) {
                assertEquals(
                        "none",
                        shop.evaluate("getComputedStyle(document.querySelector('[data-rapport-hint]').shadowRoot"
                                + ".querySelector('.card')).animationName"),
                        look + " moves");
            }
            if (name.equals("right to left")) {
                assertEquals("rtl", shop.evaluate("document.querySelector('[data-rapport-hint]').dir"), look);
            }
            away(shop, look);
        }
    }

    /** Shows a hint, opens it by keyboard where it waits to be opened, and checks what holds for all. */
    private void look(Page shop, String look, String kind, String hint, String part, Runnable shown) {
        shop.navigate(server.publicUrl() + "/demo/basket.html");
        shop.locator("#consent-refuse").click();
        shop.locator("#coupon").focus();
        shop.evaluate("rapport('preview', " + hint + ")");
        shop.waitForSelector(
                "[data-rapport-hint]",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        shop.waitForTimeout(500);
        boolean holds = kind.equals("dialog");
        assertEquals(
                !holds, "coupon".equals(shop.evaluate("document.activeElement.id")), look + ": where is the focus?");
        shown.run();
        if (kind.equals("hotspot")) {
            shop.locator("[data-rapport-hint] .spot").press("Enter");
            shop.waitForTimeout(300);
        }
        assertEquals(List.of(), Axe.violations(shop, part), look);
        inside(shop, look);
    }

    private static void away(Page shop, String look) {
        shop.keyboard().press("Escape");
        shop.waitForTimeout(300);
        assertEquals(0, hints(shop), look + " did not close with Escape");
        assertEquals("coupon", shop.evaluate("document.activeElement.id"), look + " lost the focus");
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
