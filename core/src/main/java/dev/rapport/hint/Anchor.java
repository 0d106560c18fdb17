package dev.rapport.hint;

/** Where a hint belongs on the page. */
public sealed interface Anchor {
    /** The element of the signal that matched the rule; falls back to a corner where it is gone. */
    record TroubledElement() implements Anchor {}

    /**
     * A fixed element.
     *
     * @param css a CSS selector, at most 200 characters
     */
    record Selector(String css) implements Anchor {}

    /** No element: the corner or edge that the hint's kind uses. */
    record Page() implements Anchor {}
}
