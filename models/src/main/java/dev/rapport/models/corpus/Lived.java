package dev.rapport.models.corpus;

import dev.rapport.models.browser.Screen;
import dev.rapport.models.human.Persona;
import dev.rapport.models.recording.Truth;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * How a visit went.
 *
 * @param truths where the visitor struggled
 * @param gaveUp whether a task was left undone
 */
record Lived(List<Truth> truths, boolean gaveUp) {
    /** Lives a script with a body; {@code clock} gives seconds on the time line of the truths. */
    static Lived live(Script script, Body body, DoubleSupplier clock) {
        Hands hands = Visitor.handsOf(body);
        return switch (script) {
            case Script.Tasks tasks -> {
                Visitor visitor = new Visitor(body, hands, tasks.defect(), clock);
                visitor.live(tasks.spec().tasks());
                yield new Lived(visitor.truths(), visitor.gaveUp());
            }
            case Script.Walk walk -> new Lived(new Walker(body, hands, clock).walk(walk.journey()), false);
        };
    }

    /** The screen, processor and network of a persona. */
    static Screen screen(Persona persona) {
        Screen screen = persona.input() == Persona.Input.TOUCH ? Screen.PHONE : Screen.LAPTOP;
        return new Screen(
                screen.width(),
                screen.height(),
                screen.touch(),
                persona.place().slowdown(),
                persona.place().latencyMs());
    }
}
