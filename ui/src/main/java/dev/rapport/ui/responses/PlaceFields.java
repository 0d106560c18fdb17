package dev.rapport.ui.responses;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.ui.settings.Fields;

/** Where a hint belongs and what its button does. */
final class PlaceFields extends Div {
    private static final long serialVersionUID = 1L;

    private enum Place {
        TROUBLE("beside the element that gave trouble"),
        SELECTOR("beside a fixed element"),
        PAGE("on the page");

        private final String label;

        Place(String label) {
            this.label = label;
        }
    }

    private enum Deed {
        CLOSE("closes the hint", ""),
        LINK("goes to a page", "Path or https address"),
        HAND_OFF("hands over to the site's chat", ""),
        VERB("lets the page adapt itself", "Verb, for example simplify-form");

        private final String label;
        private final String detail;

        Deed(String label, String detail) {
            this.label = label;
            this.detail = detail;
        }
    }

    private final Select<Place> place = new Select<>();
    private final TextField css = new TextField("CSS selector");
    private final Select<Deed> deed = new Select<>();
    private final TextField detail = new TextField();

    PlaceFields(Anchor anchor, Action action, Runnable onChange) {
        addClassName("fields");
        place.setLabel("Where");
        place.setItems(Place.values());
        place.setItemLabelGenerator(one -> one.label);
        deed.setLabel("Its button");
        deed.setItems(Deed.values());
        deed.setItemLabelGenerator(one -> one.label);
        switch (anchor) {
            case Anchor.TroubledElement element -> place.setValue(Place.TROUBLE);
            case Anchor.Selector selector -> {
                place.setValue(Place.SELECTOR);
                css.setValue(selector.css());
            }
            case Anchor.Page page -> place.setValue(Place.PAGE);
        }
        switch (action) {
            case Action.Close close -> deed.setValue(Deed.CLOSE);
            case Action.Link link -> {
                deed.setValue(Deed.LINK);
                detail.setValue(link.href());
            }
            case Action.HandOff handOff -> deed.setValue(Deed.HAND_OFF);
            case Action.Verb verb -> {
                deed.setValue(Deed.VERB);
                detail.setValue(verb.name());
            }
        }
        place.addValueChangeListener(change -> {
            refresh();
            onChange.run();
        });
        deed.addValueChangeListener(change -> {
            refresh();
            onChange.run();
        });
        refresh();
        add(place, css, deed, detail);
    }

    private void refresh() {
        css.setVisible(place.getValue() == Place.SELECTOR);
        detail.setVisible(!deed.getValue().detail.isEmpty());
        detail.setLabel(deed.getValue().detail);
    }

    void bind(Fields fields) {
        fields.bind("anchor", place);
        fields.bind("anchor.css", css);
        fields.bind("action", deed);
        fields.bind("action.href", detail);
        fields.bind("action.name", detail);
    }

    Anchor anchor() {
        return switch (place.getValue()) {
            case TROUBLE -> new Anchor.TroubledElement();
            case SELECTOR -> new Anchor.Selector(css.getValue().strip());
            case PAGE -> new Anchor.Page();
        };
    }

    Action action() {
        return switch (deed.getValue()) {
            case CLOSE -> new Action.Close();
            case LINK -> new Action.Link(detail.getValue().strip());
            case HAND_OFF -> new Action.HandOff();
            case VERB -> new Action.Verb(detail.getValue().strip());
        };
    }
}
