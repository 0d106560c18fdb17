package dev.rapport.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where there is nothing to show: what this is, and what to do next. */
public final class EmptyState extends Div {
    private static final long serialVersionUID = 1L;

    /** A title, one or two sentences, and things to do. */
    public EmptyState(String title, String text, Component... actions) {
        addClassName("empty-state");
        add(new H2(title), new Paragraph(text));
        add(actions);
    }
}
