package dev.rapport.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A titled box. */
public final class Panel extends Section {
    private static final long serialVersionUID = 1L;

    private final Div head;

    /** A box with this title and content. */
    public Panel(String title, Component... content) {
        addClassName("panel");
        head = new Div(new H2(title));
        head.addClassName("panel-head");
        add(head);
        add(content);
    }

    /** Puts controls beside the title. */
    public Panel actions(Component... actions) {
        Div box = new Div(actions);
        box.addClassName("page-actions");
        head.add(box);
        return this;
    }
}
