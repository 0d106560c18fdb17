package dev.rapport.e2e.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What the journeys share: one browser and one fresh server a test class, visitors of the demo shop. */
public abstract class Journey implements AutoCloseable {
    /** The browser of this class. */
    protected final Browser browser = new Browser();

    /** The server of this class. */
    protected final RunningServer server = new RunningServer();

    /** Hints live in a shadow root below this element. */
    protected static final String HINT = "[data-rapport-hint] .card";

    /** A visitor who opens a page of the demo shop and allows Rapport in the consent bar. */
    protected Page shopper(BrowserContext context, String page) {
        Page shop = context.newPage();
        shop.navigate(server.publicUrl() + page);
        shop.locator("#consent-allow").click();
        shop.waitForTimeout(700);
        return shop;
    }

    /** Waits until something holds, looking every 50 ms; false when it never did. */
    protected static boolean within(Page page, Duration patience, BooleanSupplier holds) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (holds.getAsBoolean()) {
                return true;
            }
            page.waitForTimeout(50);
        }
        return holds.getAsBoolean();
    }

    /** Number of hints on the page. */
    protected static int hints(Page page) {
        return page.locator(HINT).count();
    }

    @Override
    public void close() {
        browser.close();
        server.close();
    }
}
