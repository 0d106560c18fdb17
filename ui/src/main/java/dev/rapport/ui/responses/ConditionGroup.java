package dev.rapport.ui.responses;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.rapport.rule.Condition;
import dev.rapport.ui.settings.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several conditions of which all, any, none or not all must hold. */
final class ConditionGroup extends Div implements ConditionPart {
    private static final long serialVersionUID = 1L;

    private enum Join {
        ALL("all of these hold"),
        ANY("any of these holds"),
        NONE("none of these holds"),
        NOT_ALL("not all of these hold");

        private final String label;

        Join(String label) {
            this.label = label;
        }

        private boolean negated() {
            return this == NONE || this == NOT_ALL;
        }
    }

    private final Select<Join> join = new Select<>();
    private final transient List<ConditionPart> parts = new ArrayList<>();
    private final Div list = new Div();

    /**
     * A group that says {@code condition}; a simple condition becomes a group of one.
     *
     * @param onRemove called by its remove button; null for the outermost, which has none
     */
    ConditionGroup(Condition condition, @Nullable Consumer<ConditionPart> onRemove) {
        addClassName("conditions");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Conditions");
        join.setLabel(onRemove == null ? "When" : "Group: when");
        join.setItems(Join.values());
        join.setItemLabelGenerator(one -> one.label);
        list.addClassName("stack");
        boolean negated = condition instanceof Condition.Not;
        Condition inner = condition instanceof Condition.Not not ? not.condition() : condition;
        switch (inner) {
            case Condition.All all -> fill(negated ? Join.NOT_ALL : Join.ALL, all.conditions());
            case Condition.Any any -> fill(negated ? Join.NONE : Join.ANY, any.conditions());
            default -> fill(Join.ALL, List.of(condition));
        }
        Button one = new Button("Add condition", click -> add(ConditionKind.SIGNAL.start()));
        Button group = new Button("Add group", click -> add(new Condition.Any(List.of(ConditionKind.SIGNAL.start()))));
        one.addThemeVariants(ButtonVariant.SMALL);
        group.addThemeVariants(ButtonVariant.SMALL);
        Div row = new Div(one, group);
        row.addClassName("row");
        if (onRemove != null) {
            Button remove = new Button("Remove group", click -> onRemove.accept(this));
            remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            row.add(remove);
        }
        add(join, list, row);
    }

    private void fill(Join how, List<Condition> conditions) {
        join.setValue(how);
        conditions.forEach(this::add);
    }

    private void add(Condition condition) {
        Condition inner = condition instanceof Condition.Not not ? not.condition() : condition;
        ConditionPart part;
        if (inner instanceof Condition.Not twice) {
            add(twice.condition());
            return;
        } else if (inner instanceof Condition.All || inner instanceof Condition.Any) {
            part = new ConditionGroup(condition, this::drop);
        } else {
            part = new ConditionRow(inner, condition instanceof Condition.Not, this::drop);
        }
        parts.add(part);
        list.add(part.component());
    }

    private void drop(ConditionPart part) {
        parts.remove(part);
        list.remove(part.component());
    }

    /** A group of one that simply holds says just that one. */
    private boolean single() {
        return parts.size() == 1 && !join.getValue().negated();
    }

    @Override
    public Condition value() {
        if (single()) {
            return parts.get(0).value();
        }
        List<Condition> values = parts.stream().map(ConditionPart::value).toList();
        return switch (join.getValue()) {
            case ALL -> new Condition.All(values);
            case ANY -> new Condition.Any(values);
            case NONE -> new Condition.Not(new Condition.Any(values));
            case NOT_ALL -> new Condition.Not(new Condition.All(values));
        };
    }

    @Override
    public void bind(Fields form, String path) {
        if (single()) {
            parts.get(0).bind(form, path);
            return;
        }
        String at = join.getValue().negated() ? path + ".condition" : path;
        form.bind(at, join);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).bind(form, at + ".conditions[" + i + "]");
        }
    }

    @Override
    public Component component() {
        return this;
    }
}
