package dev.rapport.ui.responses;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.rapport.rule.Condition;
import dev.rapport.ui.settings.Fields;
import java.util.function.Consumer;

/** One simple condition in the builder, or its negation. */
final class ConditionRow extends Div implements ConditionPart {
    private static final long serialVersionUID = 1L;

    private final Select<Boolean> holds = new Select<>();
    private final Select<ConditionKind> kind = new Select<>();
    private final Button remove;
    private transient ConditionFields fields;

    ConditionRow(Condition condition, boolean negated, Consumer<ConditionPart> onRemove) {
        addClassName("condition");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Condition");
        holds.setLabel("Must");
        holds.setItems(true, false);
        holds.setItemLabelGenerator(must -> must ? "hold" : "not hold");
        holds.setValue(!negated);
        holds.addClassName("condition-holds");
        fields = ConditionFields.of(condition);
        kind.setLabel("Condition");
        kind.setItems(ConditionKind.values());
        kind.setItemLabelGenerator(ConditionKind::label);
        kind.setValue(fields.kind());
        kind.addValueChangeListener(change -> {
            fields = ConditionFields.of(change.getValue().start());
            fill();
        });
        remove = new Button("Remove", click -> onRemove.accept(this));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        fill();
    }

    private void fill() {
        removeAll();
        add(holds, kind);
        add(fields.components());
        add(remove);
    }

    @Override
    public Condition value() {
        Condition condition = fields.value().get();
        return holds.getValue() ? condition : new Condition.Not(condition);
    }

    @Override
    public void bind(Fields form, String path) {
        fields.bind().accept(form, holds.getValue() ? path : path + ".condition");
    }

    @Override
    public Component component() {
        return this;
    }
}
