package dev.rapport.e2e.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rapport.analytics.Reports.ArmTotals;
import dev.rapport.e2e.support.Axe;
import dev.rapport.e2e.support.Edit;
import dev.rapport.e2e.support.Journey;
import dev.rapport.e2e.support.RunningServer;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A site owner asks a question in the console, visitors of the real page answer it, and the console says what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleExperimentTest extends Journey {
    private static final String NAME = "Does the coupon callout help?";
    private static final String ID = "does-the-coupon-callout-help";
    private static final int AT_ONCE = 5;
    private static final int MOST_VISITORS = 120;
    private static final int OF_EACH = 27;

    private int visitors;
    private int helped;

    @AfterAll
    @Override
    public void close() {
        super.close();
    }

    @Test
    void anExperimentIsCreatedPlayedReadAndShipped() {
        server.change(Edit.holdout(0));
        try (BrowserContext profile = browser.visitor()) {
            Owner owner = Owner.first(profile, server);
            create(owner);
            start(owner);
            while (Math.min(converted(), exposed() - converted()) < OF_EACH && visitors < MOST_VISITORS) {
                visit();
            }
            assertTrue(
                    within(owner.page(), Duration.ofSeconds(20), () -> converted() == helped),
                    () -> helped + " visitors were helped and ordered, but the store has " + arms());
            assertTrue(exposed() <= visitors, () -> visitors + " visitors, but the store has " + arms());
            read(owner);
            ship(owner);
        }
    }

    private void create(Owner owner) {
        owner.open("/experiments/new/edit");
        owner.field("Name").fill(NAME);
        owner.field("Hypothesis").fill("Visitors who learn that codes count at payment go on, so more of them order.");
        owner.field("Goal").fill("order");
        owner.button("Add metric").click();
        owner.field("Metric").fill("Orders a visitor");
        owner.field("Conversion").fill("order");
        owner.button("Save").click();
        owner.page().waitForURL("**/experiments/" + ID);
        Experiment made = experiment();
        assertEquals(Status.DRAFT, made.status());
        assertEquals("coupon-help", made.hint());
        assertEquals("order", made.metrics().getFirst().event());
    }

    private void start(Owner owner) {
        owner.button("Start").click();
        dialog(owner).getByLabel("Why?").fill("The question stands.");
        dialog(owner)
                .locator("vaadin-button", new Locator.LocatorOptions().setHasText("Start"))
                .click();
        assertTrue(
                within(owner.page(), Duration.ofSeconds(5), () -> experiment().status() == Status.RUNNING),
                "it does not run");
    }

    /** A few visitors at once: all click the dead button; whoever gets the hint orders, nobody else does. */
    private void visit() {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            pages.add(shopper(browser.visitor(), "/demo/basket.html"));
        }
        for (int click = 0; click < 4; click++) {
            for (Page page : pages) {
                page.locator("#apply-coupon").click();
            }
            pages.getFirst().waitForTimeout(120);
        }
        long before = exposed();
        within(pages.getFirst(), Duration.ofSeconds(8), () -> exposed() == before + AT_ONCE);
        for (Page page : pages) {
            if (hints(page) > 0) {
                page.evaluate("rapport('convert', 'order', 25)");
                helped++;
            }
        }
        pages.getFirst().waitForTimeout(1500);
        pages.forEach(page -> page.context().close());
        visitors += AT_ONCE;
    }

    private void read(Owner owner) {
        owner.open("/experiments/" + ID);
        String report = text(owner);
        assertTrue(report.contains("It helps"), report);
        assertTrue(report.contains("reached “order” more often") && report.contains("against 0.00 %)"), report);
        assertTrue(report.contains("It rests on " + exposed() + " exposures"), report);
        for (String part : List.of(
                "Guardrail",
                "Other metrics",
                "Orders a visitor",
                "Segments",
                "Exploratory",
                "Difference over time",
                "Visitors by day of exposure",
                "Can it be trusted?",
                "Decision log",
                "Set-up")) {
            assertTrue(report.contains(part), () -> "the report has no “" + part + "”: " + report);
        }
        assertEquals(List.of(), Axe.violations(owner.page()));
        owner.page().setViewportSize(360, 800);
        owner.page().waitForTimeout(400);
        assertEquals(
                0,
                ((Number) owner.page().evaluate("document.documentElement.scrollWidth - innerWidth")).intValue(),
                "the report is wider than a small screen");
        owner.page().setViewportSize(1100, 800);
    }

    private void ship(Owner owner) {
        owner.button("Ship a variation").click();
        dialog(owner).getByLabel("Why?").fill("More visitors order.");
        dialog(owner)
                .locator("vaadin-button", new Locator.LocatorOptions().setHasText("Ship a variation"))
                .click();
        assertTrue(
                within(owner.page(), Duration.ofSeconds(5), () -> experiment().status() == Status.STOPPED),
                "it was not shipped");
        owner.open("/experiments/" + ID);
        String report = text(owner);
        assertTrue(report.contains("Shipped") && report.contains("More visitors order."), report);
        assertTrue(report.contains("The report said: It helps"), report);
    }

    private static Locator dialog(Owner owner) {
        return owner.page()
                .locator("vaadin-dialog[opened], vaadin-dialog-overlay[opened]")
                .first();
    }

    private static String text(Owner owner) {
        return owner.page().locator("vaadin-app-layout").innerText();
    }

    private Experiment experiment() {
        return server.settings().bySite(RunningServer.SITE).orElseThrow().experiments().stream()
                .filter(one -> one.id().equals(ID))
                .findFirst()
                .orElseThrow();
    }

    private List<ArmTotals> arms() {
        return server.reports().arms(RunningServer.SITE, experiment(), false);
    }

    private long exposed() {
        return arms().stream().mapToLong(ArmTotals::exposed).sum();
    }

    private long converted() {
        return arms().stream().mapToLong(ArmTotals::converted).sum();
    }
}
