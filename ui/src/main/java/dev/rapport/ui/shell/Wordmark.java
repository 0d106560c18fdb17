package dev.rapport.ui.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** The product's name with its mark: two curves that come together. */
public final class Wordmark extends Span {
    private static final long serialVersionUID = 1L;

    /** The wordmark. */
    public Wordmark() {
        addClassName("wordmark");
        Element svg = new Element("svg");
        svg.setAttribute("viewBox", "0 0 28 28");
        svg.setAttribute("width", "28");
        svg.setAttribute("height", "28");
        svg.setAttribute("aria-hidden", "true");
        svg.appendChild(
                path("M3 8c6 0 7 6 11 6s5-6 11-6", "wordmark-visitor"),
                path("M3 20c6 0 7-6 11-6s5 6 11 6", "wordmark-site"));
        getElement().appendChild(svg);
        add(new Span("Rapport"));
    }

    private static Element path(String d, String name) {
        Element path = new Element("path");
        path.setAttribute("d", d);
        path.setAttribute("class", name);
        return path;
    }
}
