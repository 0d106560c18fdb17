package dev.rapport.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeDetails;

/** Something folded away below its title, such as the table behind a chart. */
public final class Behind extends NativeDetails {
    private static final long serialVersionUID = 1L;

    /** Folded content. */
    public Behind(String title, Component content) {
        super(title, content);
        addClassName("behind");
    }
}
