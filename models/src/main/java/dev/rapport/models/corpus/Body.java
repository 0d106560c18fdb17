package dev.rapport.models.corpus;

import dev.rapport.models.browser.Key;
import dev.rapport.models.browser.Tab;
import dev.rapport.models.human.Chance;
import dev.rapport.models.human.Keystrokes;
import dev.rapport.models.human.Persona;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What all visitors have: time, eyes, and fingers on a keyboard. */
final class Body {
    final Tab tab;
    final Sight sight;
    final Persona persona;
    final Chance chance;
    private final long began = System.nanoTime();

    Body(Tab tab, Persona persona, Chance chance) {
        this.tab = tab;
        this.sight = new Sight(tab);
        this.persona = persona;
        this.chance = chance;
    }

    /** Milliseconds since the visit began. */
    double now() {
        return (System.nanoTime() - began) / 1e6;
    }

    /** Does nothing for a while. */
    void rest(double millis) {
        long until = System.nanoTime() + (long) (millis * 1e6);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new CorpusException("the recording was interrupted");
            }
        }
    }

    /** Presses and releases a key. */
    void strike(Key key) {
        tab.key(true, key);
        rest(chance.around(70, 0.2));
        tab.key(false, key);
    }

    /** Enters text where the focus is, in the persona's way. */
    void write(String text) {
        switch (persona.typing().entry()) {
            case KEYS -> press(Keystrokes.of(text, persona.typing(), chance));
            case FILLED -> {
                rest(chance.around(500, 0.3));
                tab.insert(text);
            }
            case DICTATION -> {
                for (String phrase : text.split("(?<=\\G\\S{1,30}\\s\\S{1,30}\\s)")) {
                    rest(chance.around(1400, 0.25));
                    tab.insert(phrase);
                }
            }
            case COMPOSED -> compose(text);
        }
    }

    private void compose(String text) {
        for (int at = 0; at < text.length(); at += 3) {
            String piece = text.substring(at, Math.min(text.length(), at + 3));
            for (int i = 1; i <= piece.length(); i++) {
                rest(chance.around(persona.typing().gapMs(), persona.typing().spread()));
                tab.compose(piece.substring(0, i));
            }
            rest(chance.around(250, 0.3));
            tab.insert(piece);
        }
    }

    /** Empties the field that has the focus: a few by backspace, many by select-all and one key. */
    void erase(int length) {
        if (length == 0) {
            return;
        }
        if (persona.typing().entry() == Persona.Entry.KEYS && length <= 14) {
            press(Keystrokes.deletions(length, persona.typing(), chance));
            return;
        }
        tab.evaluate("document.activeElement.select&&document.activeElement.select()");
        rest(chance.around(350, 0.2));
        strike(Key.BACKSPACE);
    }

    private void press(List<Keystrokes.Press> presses) {
        for (Keystrokes.Press press : presses) {
            rest(Math.max(25, press.gapMs() - 5));
            Key key = press.character() == Keystrokes.BACKSPACE ? Key.BACKSPACE : Key.of(press.character());
            tab.key(true, key);
            tab.key(false, key);
        }
    }
}
