package dev.rapport.ui.part;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A message in the page's flow. */
public final class Notice extends Div {
    private static final long serialVersionUID = 1L;

    private Notice(String kind, String role, String text) {
        addClassNames("notice", "notice-" + kind);
        getElement().setAttribute("role", role);
        add(new Span(text));
    }

    /** Something to know. */
    public static Notice info(String text) {
        return new Notice("info", "note", text);
    }

    /** Something to look at. */
    public static Notice warning(String text) {
        return new Notice("warning", "status", text);
    }

    /** Something that went wrong. */
    public static Notice problem(String text) {
        return new Notice("problem", "alert", text);
    }

    /** Something that went well. */
    public static Notice good(String text) {
        return new Notice("good", "status", text);
    }
}
