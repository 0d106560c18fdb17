package dev.rapport.e2e.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.rapport.e2e.support.Axe;
import dev.rapport.e2e.support.Journey;
import java.nio.file.Path;
import java.util.List;

/** What the tests of the demos share. */
abstract class DemoJourney extends Journey {
    private static final Path LOOKS = Path.of("target", "looks");

    /** Axe finds nothing, nothing sticks out of a narrow window, and a picture of each is kept for whoever wants to look. */
    static void looksRight(Page page, String name) {
        assertEquals(List.of(), Axe.violations(page), name);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.waitForTimeout(300);
            assertEquals(List.of(), Axe.violations(page), name + " " + scheme);
            picture(page, name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
        }
        page.setViewportSize(360, 740);
        page.waitForTimeout(200);
        picture(page, name + "-narrow");
        assertEquals(360, page.evaluate("document.documentElement.scrollWidth"), name + " is wider than 360 px");
        assertEquals(List.of(), Axe.violations(page), name + " narrow");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(LOOKS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** A visitor who refuses. */
    Page refuser(BrowserContext context, String page) {
        Page demo = context.newPage();
        demo.navigate(server.publicUrl() + page);
        demo.locator("#consent-refuse").click();
        return demo;
    }
}
