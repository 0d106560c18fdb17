package dev.rapport.e2e.demo;

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

/** What the tests of the demos share. */
abstract class DemoJourney extends Journey {
    private static final Path LOOKS = Path.of("target", "looks");

    /** In light and dark, in a wide and a narrow window: axe finds nothing, nothing sticks out, and a picture is kept for whoever wants to look. */
    static void looksRight(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(1280, 360)) {
                page.setViewportSize(width, width == 360 ? 740 : 900);
                page.waitForTimeout(300);
                String look = name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                picture(page, look);
                assertTrue(
                        (int) page.evaluate("document.documentElement.scrollWidth") <= width,
                        look + " is wider than the window");
                assertEquals(List.of(), Axe.violations(page), look);
            }
        }
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
