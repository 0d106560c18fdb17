package dev.rapport.ui.part;

import com.vaadin.flow.component.html.Span;

/** Our own line icons, drawn on a grid of 24 by 24. They are decoration: screen readers skip them. */
public enum Glyph {
    /** A rising line. */
    OVERVIEW("M4 4v16h16M8 14l3.500-4 3 2.500L20 7"),
    /** A pulse. */
    LIVE("M3 12h4l2.500-6 4 12 2.500-6h5"),
    /** A speech bubble. */
    RESPONSES("M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-7l-4 4v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM8 9h8M8 12h5"),
    /** A fork. */
    EXPERIMENTS(
            "M4 12h5c4 0 4-6 8-6h3M9 12c4 0 4 6 8 6h3M17.500 3.500 20 6l-2.500 2.500M17.500 15.500 20 18l-2.500 2.500"),
    /** A target. */
    LEARNING("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM12 12h.01"),
    /** A window. */
    SITES("M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3 9h18M6 7h.01M8.500 7h.01"),
    /** Two people. */
    ADMINISTRATORS(
            "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c0-3 2.500-5 6-5s6 2 6 5M16 11a2.500 2.500 0 1 0 0-5M17 14c2.500.3 4 2 4 4.500"),
    /** A list with a check mark. */
    AUDIT("M4 6h10M4 11h10M4 16h6M13 17l2.500 2.500L20 14"),
    /** A question mark. */
    HELP("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500c0-3.500 5-3.300 5-.3 0 2-2.500 2-2.500 4M12 16.500h.01"),
    /** Two sheets. */
    COPY("M9 9h10v11H9zM5 15H4V4h11v1");

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    /** The icon as a component. */
    public Span create() {
        Span span = new Span();
        span.addClassName("glyph");
        // As markup: an attribute set on an element is sent in lower case, and SVG knows viewBox only.
        span.getElement()
                .setProperty(
                        "innerHTML",
                        "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + path + "\"/></svg>");
        return span;
    }
}
