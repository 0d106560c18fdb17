package dev.rapport.e2e.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.e2e.support.Hands;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The clinic's form: picky, until it gets in the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClinicFormTest extends DemoJourney {
    private static final String PAGE = "/demo/form/";
    private static final Map<String, String> ANSWERS = Map.of(
            "#given", "Ada",
            "#family", "Example",
            "#born", "7.5.1984",
            "#phone", "030 123456",
            "#street", "Long Road 1",
            "#town", "Upton",
            "#insurance", "a123456789",
            "#reason", "A cough",
            "#allergies", "none",
            "#medicines", "none");

    @AfterAll
    @Override
    public void close() {
        super.close();
    }

    @Test
    void aFieldThatIsRefusedTwiceMakesTheFormSimpleAndItCanBeSent() {
        try (BrowserContext context = browser.visitor()) {
            Page page = shopper(context, PAGE);
            ANSWERS.forEach(page::fill);
            page.check("#right");
            looksRight(page, "form");
            page.setViewportSize(1100, 800);
            Hands hands = new Hands(page);
            hands.click("#submit").rest(900).click("#submit").rest(900);

            assertTrue(
                    within(page, Duration.ofSeconds(6), () -> page.isVisible("#simpler")), "the form stayed as it was");
            assertFalse(page.isVisible("#birthplace"), "optional questions are put away");
            assertEquals("7.5.1984", page.inputValue("#born"), "what was filled in is kept");
            looksRight(page, "form-simple");

            page.setViewportSize(1100, 800);
            for (int i = 0; i < 3 && page.isVisible("#next"); i++) {
                page.click("#next");
            }
            page.click("#submit");
            assertTrue(
                    page.locator("#sent").innerText().startsWith("Thank you"),
                    page.locator("#sent").innerText());
        }
    }

    @Test
    void whoWritesAsTheFormWantsSeesNoChange() {
        try (BrowserContext context = browser.visitor()) {
            Page page = shopper(context, PAGE);
            ANSWERS.forEach(page::fill);
            page.fill("#born", "07.05.1984");
            page.fill("#phone", "+49 30 123456");
            page.fill("#insurance", "A123 456 789");
            page.check("#right");
            new Hands(page).click("#submit").rest(2500);

            assertTrue(page.locator("#sent").innerText().startsWith("Thank you"));
            assertFalse(page.isVisible("#simpler"));
        }
    }

    @Test
    void withoutConsentTheFormStaysAForm() {
        try (BrowserContext context = browser.visitor()) {
            Page page = refuser(context, PAGE);
            ANSWERS.forEach(page::fill);
            new Hands(page).click("#submit").rest(700).click("#submit").rest(2500);

            assertFalse(page.isVisible("#simpler"));
            assertTrue(page.isVisible("#form-error"));
        }
    }
}
