package dev.rapport.hint;

import java.util.Locale;

/** The forms a hint can take on a page. */
public enum HintKind {
    /** A bubble beside the element that gave trouble. */
    CALLOUT,
    /** A short note in a corner. */
    TOAST,
    /** A strip at the top of the page. */
    BANNER,
    /** A sentence set below the element, in the page's flow. */
    INLINE,
    /** One question with a few choices. */
    SURVEY,
    /** An offer to talk to a person; acting on it calls the site's chat hand-off. */
    CHAT,
    /** No picture at all: a class, attribute or event that lets the page adapt itself. */
    VERB;

    /** The word on the wire and in the console. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
