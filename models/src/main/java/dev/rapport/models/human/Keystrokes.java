package dev.rapport.models.human;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as a sequence of key presses with human gaps: alternating hands are faster than one hand, one finger slowest
 * (Salthouse 1986), words begin after a short pause, capitals cost more, wrong keys are noticed after none to three more
 * and deleted again.
 */
public final class Keystrokes {
    private static final String LEFT = "qwertasdfgzxcvb12345";
    private static final String[] FINGERS = {"qaz1", "wsx2", "edc3", "rfvtgb45", "yhnujm67", "ik8", "ol9", "p0"};
    private static final String WRONG = "etaonrishlduc";
    /** Stands for the backspace key in {@link Press#character}. */
    public static final char BACKSPACE = '\b';

    private Keystrokes() {}

    /**
     * One key.
     *
     * @param gapMs time since the key before
     * @param character what it types, or {@link #BACKSPACE}
     */
    public record Press(double gapMs, char character) {}

    /** The keys that leave {@code text} in an empty field. */
    public static List<Press> of(String text, Persona.Typing typing, Chance chance) {
        List<Press> presses = new ArrayList<>();
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char wanted = text.charAt(i);
            if (chance.happens(typing.typoRate()) && Character.isLetter(wanted)) {
                slip(presses, text, i, typing, chance);
            }
            double gap = typing.gapMs() * factor(previous, wanted);
            if (previous != ' ' && chance.happens(typing.wordPause())) {
                gap += chance.around(650, 0.35);
            }
            presses.add(new Press(chance.around(gap, typing.spread()), wanted));
            previous = wanted;
        }
        return presses;
    }

    /** {@code count} deletions at the persona's speed. */
    public static List<Press> deletions(int count, Persona.Typing typing, Chance chance) {
        List<Press> presses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            presses.add(new Press(chance.around(typing.gapMs() * 0.8, typing.spread() / 2), BACKSPACE));
        }
        return presses;
    }

    private static void slip(List<Press> presses, String text, int at, Persona.Typing typing, Chance chance) {
        int extra = Math.min(chance.count(0, 3), text.length() - at - 1);
        char wrong = WRONG.charAt(chance.count(0, WRONG.length() - 1));
        presses.add(new Press(chance.around(typing.gapMs(), typing.spread()), wrong));
        for (int i = 0; i < extra; i++) {
            presses.add(new Press(chance.around(typing.gapMs(), typing.spread()), text.charAt(at + 1 + i)));
        }
        presses.add(new Press(chance.around(typing.gapMs() * 2.2, 0.3), BACKSPACE));
        presses.addAll(deletions(extra, typing, chance));
    }

    private static double factor(char previous, char next) {
        if (Character.isUpperCase(next)) {
            return 1.4;
        }
        if (previous == ' ') {
            return 1.2;
        }
        if (previous == next) {
            return 0.9;
        }
        for (String finger : FINGERS) {
            if (finger.indexOf(previous) >= 0 && finger.indexOf(next) >= 0) {
                return 1.3;
            }
        }
        boolean sameHand = (LEFT.indexOf(previous) >= 0) == (LEFT.indexOf(next) >= 0);
        return sameHand ? 1.05 : 0.88;
    }
}
