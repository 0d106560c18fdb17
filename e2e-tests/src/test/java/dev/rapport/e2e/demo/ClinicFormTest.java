package dev.rapport.e2e.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.rapport.e2e.support.Hands;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The clinic's form: picky, until it gets in the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClinicFormTest extends DemoJourney {
    private static final String PAGE = "/demo/form/";
    /** Fields from top to bottom: as people write, and as the form wants it. */
    private static final List<Answer> ANSWERS = List.of(
            new Answer("#given", "Ada", "Ada"),
            new Answer("#family", "Example", "Example"),
            new Answer("#born", "7.5.1984", "07.05.1984"),
            new Answer("#phone", "030 123456", "+49 30 123456"),
            new Answer("#street", "Long Road 1", "Long Road 1"),
            new Answer("#town", "Upton", "Upton"),
            new Answer("#insurance", "a123456789", "A123 456 789"),
            new Answer("#reason", "A cough", "A cough"),
            new Answer("#allergies", "none", "none"),
            new Answer("#medicines", "none", "none"));

    private record Answer(String field, String usual, String wanted) {}

    @AfterAll
    @Override
    public void close() {
        super.close();
    }

    @Test
    void aFieldThatIsRefusedTwiceMakesTheFormSimpleAndItCanBeSent() {
        try (BrowserContext context = browser.visitor()) {
            Page page = shopper(context, PAGE);
            ANSWERS.forEach(answer -> page.fill(answer.field(), answer.usual()));
            page.check("#right");
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
            ANSWERS.forEach(answer -> page.fill(answer.field(), answer.wanted()));
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
            ANSWERS.forEach(answer -> page.fill(answer.field(), answer.usual()));
            new Hands(page).click("#submit").rest(700).click("#submit").rest(2500);

            assertFalse(page.isVisible("#simpler"));
            assertTrue(page.isVisible("#form-error"));
            looksRight(page, "form");
        }
    }
}
