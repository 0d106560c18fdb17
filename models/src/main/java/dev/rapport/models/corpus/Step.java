package dev.rapport.models.corpus;

import java.util.List;

/**
 * One thing a visitor does on a page.
 *
 * @param action what
 * @param target CSS selector, empty where the action needs none
 * @param texts what is typed: the first is tried first, the others after the page refused
 * @param times how often, at least 1
 * @param seconds how long, for reading
 * @param expect a JavaScript condition over {@code text(css)}, {@code value(css)}, {@code shown(css)}, {@code path()} that
 *     becomes true when the page has done what the visitor expects; empty when nothing is expected
 */
public record Step(Action action, String target, List<String> texts, int times, double seconds, String expect) {
    /** What a visitor can do. */
    public enum Action {
        /** Reads, looking around a little. */
        READ,
        /** Activates a control. */
        CLICK,
        /** Fills a field. */
        TYPE,
        /** Brings something into view. */
        SCROLL,
        /** Selects text by triple click, to read or copy it. */
        SELECT,
        /** Drags from the target to the right, as with a slider or on a canvas. */
        DRAG,
        /** The browser's back button. */
        BACK
    }

    public Step {
        texts = List.copyOf(texts);
    }
}
