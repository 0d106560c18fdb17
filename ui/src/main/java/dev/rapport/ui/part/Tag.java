package dev.rapport.ui.part;

import com.vaadin.flow.component.html.Span;

/** A short mark such as "Running" or "Simulated". */
public final class Tag extends Span {
    private static final long serialVersionUID = 1L;

    /** How a mark looks. */
    public enum Tone {
        /** Plain. */
        NEUTRAL,
        /** Going well. */
        GOOD,
        /** To be looked at. */
        WARNING,
        /** Not ordinary data. */
        SIMULATED
    }

    /** A mark. */
    public Tag(String text, Tone tone) {
        super(text);
        addClassNames("tag", "tag-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
