package dev.rapport.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.analytics.Range;
import dev.rapport.e2e.support.Browser;
import dev.rapport.e2e.support.Hands;
import dev.rapport.e2e.support.RunningServer;
import dev.rapport.e2e.support.ServerProcess;
import dev.rapport.e2e.support.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole program under kill -9 and SIGTERM, with a real visitor on the line. */
class ProcessTest {
    private static final Pattern ACK = Pattern.compile("\"t\":\"ack\",\"seq\":(\\d+)");

    /**
     * What a page knows after its server went away.
     *
     * @param sent highest sequence sent
     * @param acknowledged highest sequence that the server said is on disk
     */
    private record Ended(long sent, long acknowledged) {}

    @Test
    void whatWasAcknowledgedBeforeKillNineIsCountedOnce() {
        try (Browser browser = new Browser();
                ServerProcess process = new ServerProcess()) {
            holds(process, struggle(browser, process, process::kill));
        }
    }

    @Test
    void sigtermDrainsAndEndsWithZero() {
        try (Browser browser = new Browser();
                ServerProcess process = new ServerProcess()) {
            holds(process, struggle(browser, process, () -> assertEquals(0, process.terminate(10))));
        }
    }

    private static void holds(ServerProcess process, Ended ended) {
        assertTrue(ended.acknowledged() >= 2, ended::toString);
        try (RunningServer again = new RunningServer(process.data())) {
            long counted = counted(again, ended.acknowledged());
            assertTrue(
                    counted >= ended.acknowledged() && counted <= ended.sent(),
                    () -> counted + " frames are counted after " + ended);
        }
    }

    /** A visit with some trouble, during which the server goes away. */
    private static Ended struggle(Browser browser, ServerProcess process, Runnable end) {
        try (BrowserContext context = browser.visitor()) {
            Page shop = context.newPage();
            Wire wire = new Wire(shop);
            shop.navigate(process.publicUrl() + "/demo/basket.html");
            shop.locator("#consent-allow").click();
            new Hands(shop).rest(700).clickRepeatedly("#apply-coupon", 6, 260).rest(600);
            end.run();
            shop.waitForTimeout(300);
            long acknowledged = 0;
            for (String message : wire.received()) {
                Matcher matcher = ACK.matcher(message);
                if (matcher.find()) {
                    acknowledged = Long.parseLong(matcher.group(1));
                }
            }
            return new Ended(wire.frames().getLast().sequence(), acknowledged);
        }
    }

    /** Frames in the report, once as many as expected are there or 10 s have passed. */
    private static long counted(RunningServer server, long expected) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        long frames = frames(server);
        while (frames < expected && System.nanoTime() < end) {
            Thread.onSpinWait();
            frames = frames(server);
        }
        return frames;
    }

    private static long frames(RunningServer server) {
        Instant soon = Instant.now().plusSeconds(60);
        return server.reports()
                .totals(RunningServer.SITE, Range.last(Duration.ofHours(1), soon, false))
                .frames();
    }
}
