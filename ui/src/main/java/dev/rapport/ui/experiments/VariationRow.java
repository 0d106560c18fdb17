package dev.rapport.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.hint.Hint;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.settings.Fields;
import java.util.function.Consumer;

/** The fields of one arm. */
final class VariationRow extends Div {
    private static final long serialVersionUID = 1L;
    private static final String NOTHING = "";
    private static final double HUNDRED = 100;

    private final TextField name = new TextField("Arm");
    private final Select<String> sees = new Select<>();
    private final NumberField weight = new NumberField("Share, %");

    VariationRow(Variation variation, SiteSettings site, Consumer<VariationRow> onRemove) {
        addClassName("condition");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Arm");
        name.setValue(variation.name());
        weight.setValue(Math.round(variation.weight() * HUNDRED * HUNDRED) / HUNDRED);
        sees.setLabel("Sees");
        java.util.List<String> choices = new java.util.ArrayList<>();
        choices.add(NOTHING);
        site.hints().stream().map(Hint::id).forEach(choices::add);
        sees.setItems(choices);
        sees.setItemLabelGenerator(id -> id.equals(NOTHING)
                ? "Nothing (control)"
                : site.hint(id).map(Hint::name).orElse(id));
        String hint = variation.hint();
        sees.setValue(hint == null ? NOTHING : hint);
        Button remove = new Button("Remove", click -> onRemove.accept(this));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        add(name, sees, weight, remove);
    }

    String name() {
        return name.getValue().strip();
    }

    Variation value(String key) {
        Double percent = weight.getValue();
        return new Variation(
                key,
                name(),
                percent == null ? Double.NaN : percent / HUNDRED,
                NOTHING.equals(sees.getValue()) ? null : sees.getValue());
    }

    void bind(Fields fields, String path) {
        fields.bind(path, name);
        fields.bind(path + ".weight", weight);
        fields.bind(path + ".hint", sees);
    }
}
