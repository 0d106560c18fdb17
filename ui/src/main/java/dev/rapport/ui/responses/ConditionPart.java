package dev.rapport.ui.responses;

import com.vaadin.flow.component.Component;
import dev.rapport.rule.Condition;
import dev.rapport.ui.settings.Fields;

/** A piece of the condition builder. */
sealed interface ConditionPart permits ConditionRow, ConditionGroup {
    /** What it says now. */
    Condition value();

    /** Tells the form which fields edit which path, where {@link #value} stands at {@code path}. */
    void bind(Fields form, String path);

    /** What is shown. */
    Component component();
}
