package dev.rapport.ui.experiments;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.ui.wording.Numbers;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ForecastFieldsTest {
    private final Numbers numbers = new Numbers(Locale.UK, ZoneId.of("UTC"));

    @Test
    void emptyFieldsAskForNumbers() {
        assertTrue(ForecastFields.sentence(null, 10.0, null, 2, numbers).startsWith("Fill in"));
        assertTrue(ForecastFields.sentence(0.0, 10.0, null, 2, numbers).startsWith("Fill in"));
        assertTrue(ForecastFields.sentence(20.0, Double.NaN, null, 2, numbers).startsWith("Fill in"));
    }

    @Test
    void aPaceGivesDays() {
        String sentence = ForecastFields.sentence(20.0, 10.0, 500.0, 2, numbers);

        assertTrue(sentence.matches("About [0-9,]+0 exposures in all 2 arms .*: about [0-9,]+ days\\."), sentence);
    }

    @Test
    void withoutAPaceThereAreNoDays() {
        assertTrue(ForecastFields.sentence(20.0, 10.0, null, 2, numbers).endsWith("if it is there."));
    }
}
