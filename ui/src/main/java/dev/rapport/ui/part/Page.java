package dev.rapport.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;

/** A page of the console: a title row with actions, then its content. */
public abstract class Page extends Main {
    private static final long serialVersionUID = 1L;

    private final H1 title;
    private final Div head;

    /** A page with this title. */
    protected Page(String title) {
        this.title = new H1(title);
        head = new Div(this.title);
        head.addClassName("page-head");
        addClassName("page");
        add(head);
    }

    /** Changes the title. */
    protected final void title(String text) {
        title.setText(text);
    }

    /** Puts controls beside the title, in place of those that were there. */
    protected final void actions(Component... actions) {
        head.removeAll();
        Div box = new Div(actions);
        box.addClassName("page-actions");
        head.add(title, box);
    }

    /** Empties the page below its title. */
    protected final void clear() {
        removeAll();
        add(head);
    }
}
