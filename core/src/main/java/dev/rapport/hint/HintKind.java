package dev.rapport.hint;

import java.util.Locale;

/** The forms a hint can take on a page. */
public enum HintKind {
    /** A bubble beside the element that gave trouble. */
    CALLOUT,
    /** A dot at the element that opens its bubble when pressed. */
    HOTSPOT,
    /** A short note in a corner. */
    TOAST,
    /** A strip at the top of the page. */
    BANNER,
    /** A sentence set below the element, in the page's flow. */
    INLINE,
    /** A checklist of a few steps that the visitor ticks off. */
    STEP,
    /** A window over the page that holds the focus until it is answered. Never a visit's first response. */
    DIALOG,
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
