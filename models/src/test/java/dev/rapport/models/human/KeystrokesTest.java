package dev.rapport.models.human;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KeystrokesTest {
    private static final Persona.Typing SLOPPY = new Persona.Typing(Persona.Entry.KEYS, 160, 0.3, 0.02, 0.3, 240);

    private static String typed(List<Keystrokes.Press> presses) {
        StringBuilder text = new StringBuilder();
        for (Keystrokes.Press press : presses) {
            if (press.character() == Keystrokes.BACKSPACE) {
                text.setLength(Math.max(0, text.length() - 1));
            } else {
                text.append(press.character());
            }
        }
        return text.toString();
    }

    @Test
    void leavesTheWantedTextWhateverSlips() {
        String text = "The quick brown fox jumps";
        for (int seed = 0; seed < 200; seed++) {
            assertEquals(text, typed(Keystrokes.of(text, SLOPPY, new Chance(seed))), "seed " + seed);
        }
    }

    @Test
    void typesOneFingerPairsSlowerThanAlternatingHands() {
        double one = 0;
        double two = 0;
        Persona.Typing steady = new Persona.Typing(Persona.Entry.KEYS, 160, 0.1, 0, 0, 240);
        for (int seed = 0; seed < 300; seed++) {
            one += Keystrokes.of("de", steady, new Chance(seed)).get(1).gapMs();
            two += Keystrokes.of("dk", steady, new Chance(seed)).get(1).gapMs();
        }
        assertTrue(one > 1.3 * two, one + " " + two);
    }
}
