package dev.rapport.hint;

/** What happens when the visitor uses a hint's action, or at once for a verb. Never a script. */
public sealed interface Action {
    /** Nothing but closing the hint. */
    record Close() implements Action {}

    /**
     * Goes to a page.
     *
     * @param href a path on the same site that starts with {@code /}, or an https address
     */
    record Link(String href) implements Action {}

    /** Calls the site's chat hand-off, {@code rapport('on', 'handoff', …)}. */
    record HandOff() implements Action {}

    /**
     * Lets the page adapt: sets {@code data-rapport-<name>} on the root element, adds the class {@code rapport-<name>} and
     * dispatches the event {@code rapport:<name>}.
     *
     * @param name kebab-case word such as {@code simplify-form}, at most 40 characters
     */
    record Verb(String name) implements Action {}
}
