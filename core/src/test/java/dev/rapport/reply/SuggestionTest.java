package dev.rapport.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final double THRESHOLD = 0.17;

    @ParameterizedTest
    @CsvSource({
        "0.90, 0.00, 0.00, 0.80, HAND_OVER",
        "0.50, 0.00, 0.00, 0.50, HAND_OVER",
        "0.90, 0.00, 0.00, 0.40, ACKNOWLEDGE", // too little text to send anybody to a person
        "0.17, 0.00, 0.00, 0.80, ACKNOWLEDGE",
        "0.16, 0.00, 0.00, 0.80, GO_ON",
        "0.20, 0.30, 0.00, 0.80, SLOW_DOWN",
        "0.00, 0.00, 0.50, 0.80, SLOW_DOWN",
        "0.00, 0.60, 0.00, 0.80, CLARIFY",
        "0.00, 0.59, 0.00, 0.80, GO_ON"
    })
    void theThresholdsDecide(double frustration, double confusion, double sadness, double certainty, Stance stance) {
        Tone tone = new Tone(frustration, confusion, 0, sadness, certainty);
        assertEquals(stance, Suggestion.of(Optional.of(tone), THRESHOLD).stance());
    }

    @Test
    void anUnknownToneChangesNothingAndSaysSo() {
        Suggestion suggestion = Suggestion.of(Optional.empty(), THRESHOLD);
        assertEquals(Stance.GO_ON, suggestion.stance());
        assertTrue(suggestion.why().contains("too short"), suggestion.why());
    }
}
