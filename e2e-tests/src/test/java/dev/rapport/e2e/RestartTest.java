package dev.rapport.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.analytics.Range;
import dev.rapport.analytics.Reports;
import dev.rapport.e2e.support.Browser;
import dev.rapport.e2e.support.Hands;
import dev.rapport.e2e.support.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a server knew, it knows after a restart. */
class RestartTest {
    @Test
    void settingsAndCountsOutliveARestart() {
        Path data;
        Reports.Totals before;
        try (Browser browser = new Browser();
                RunningServer server = new RunningServer();
                BrowserContext context = browser.visitor()) {
            data = server.data();
            server.change(site -> site.withOrigins(site.origins()));
            Page shop = context.newPage();
            shop.navigate(server.publicUrl() + "/demo/basket.html");
            shop.locator("#consent-allow").click();
            new Hands(shop).rest(700).clickRepeatedly("#apply-coupon", 4, 260).rest(1500);
            shop.evaluate("rapport('convert', 'order', 12.5)");
            shop.waitForTimeout(2500);
            before = totals(server);
        }
        assertTrue(before.frames() > 0 && before.conversions() == 1, () -> "nothing was counted: " + before);
        try (RunningServer server = new RunningServer(data)) {
            Reports.Totals after = totals(server);
            assertTrue(after.frames() >= before.frames(), () -> before + " became " + after);
            assertEquals(1, after.conversions());
            assertEquals(1, after.visits());
            assertEquals(
                    8,
                    server.settings()
                            .bySite(RunningServer.SITE)
                            .orElseThrow()
                            .rules()
                            .size());
        }
    }

    private static Reports.Totals totals(RunningServer server) {
        Instant soon = Instant.now().plusSeconds(60);
        return server.reports().totals(RunningServer.SITE, Range.last(Duration.ofHours(1), soon, false));
    }
}
