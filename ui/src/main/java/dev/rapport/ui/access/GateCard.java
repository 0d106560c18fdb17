package dev.rapport.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import dev.rapport.ui.shell.Wordmark;

/** A page with one card in the middle: what is shown to people who are not signed in. */
abstract class GateCard extends Main {
    private static final long serialVersionUID = 1L;

    private final Div card = new Div();

    GateCard(String title, String text) {
        addClassName("gate");
        card.addClassName("gate-card");
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("quiet");
        card.add(new Wordmark(), new H1(title), paragraph);
        add(card);
    }

    final void show(Component... components) {
        card.add(components);
    }
}
