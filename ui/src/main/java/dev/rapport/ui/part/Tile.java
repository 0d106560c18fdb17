package dev.rapport.ui.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One number with its name and a line of explanation. */
public final class Tile extends Div {
    private static final long serialVersionUID = 1L;

    /** For example {@code ("Visits", "1,204", "with at least one second counted")}. */
    public Tile(String name, String number, String note) {
        addClassName("tile");
        Span label = new Span(name);
        label.addClassName("tile-name");
        Span value = new Span(number);
        value.addClassName("tile-number");
        Span more = new Span(note);
        more.addClassName("tile-note");
        add(label, value, more);
    }
}
