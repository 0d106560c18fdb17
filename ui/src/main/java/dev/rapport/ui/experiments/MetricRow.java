package dev.rapport.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.Metric.Kind;
import dev.rapport.experiment.Metric.Role;
import dev.rapport.ui.settings.Fields;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields of one metric of the site. */
final class MetricRow extends Div {
    private static final long serialVersionUID = 1L;
    private static final double HUNDRED = 100;

    private final TextField name = new TextField("Metric");
    private final Select<Kind> kind = new Select<>();
    private final Select<Role> role = new Select<>();
    private final TextField event = new TextField("Conversion");
    private final TextField per = new TextField("Per conversion");
    private final NumberField cap = new NumberField("Cap a visitor");
    private final NumberField window = new NumberField("Within hours");
    private final NumberField level = new NumberField("Quantile, %");
    private final Checkbox lower = new Checkbox("Less is better");

    MetricRow(Metric metric, Consumer<MetricRow> onRemove) {
        addClassName("condition");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "One metric");
        name.setValue(metric.name());
        kind.setLabel("Measured as");
        kind.setItems(Arrays.stream(Kind.values()).filter(Kind::custom).toList());
        kind.setItemLabelGenerator(MetricRow::word);
        kind.setValue(metric.kind());
        role.setLabel("Compared as");
        role.setItems(Role.values());
        role.setItemLabelGenerator(MetricRow::word);
        role.setValue(metric.role());
        event.setValue(metric.event());
        per.setValue(metric.per());
        cap.setValue(metric.cap() > 0 ? metric.cap() : null);
        window.setValue(metric.windowHours() > 0 ? (double) metric.windowHours() : null);
        level.setValue(metric.level() > 0 ? metric.level() * HUNDRED : null);
        lower.setValue(metric.lowerIsBetter());
        kind.addValueChangeListener(change -> fit());
        Button remove = new Button("Remove", click -> onRemove.accept(this));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        add(name, kind, role, event, per, level, cap, window, lower, remove);
        fit();
    }

    static Metric blank() {
        return new Metric("", "", Kind.BINOMIAL, Role.SECONDARY, "", "", 0, 0, 0, false);
    }

    private void fit() {
        per.setVisible(kind.getValue() == Kind.RATIO);
        level.setVisible(kind.getValue() == Kind.QUANTILE);
        cap.setVisible(kind.getValue() != Kind.BINOMIAL);
    }

    String name() {
        return name.getValue().strip();
    }

    Metric value(String id) {
        Kind chosen = kind.getValue();
        return new Metric(
                id,
                name(),
                chosen,
                role.getValue(),
                event.getValue().strip(),
                chosen == Kind.RATIO ? per.getValue().strip() : "",
                chosen == Kind.BINOMIAL ? 0 : or(cap.getValue(), 0),
                (int) or(window.getValue(), 0),
                chosen == Kind.QUANTILE ? or(level.getValue(), 0) / HUNDRED : 0,
                lower.getValue());
    }

    void bind(Fields fields, String path) {
        fields.bind(path, name);
        fields.bind(path + ".kind", kind);
        fields.bind(path + ".role", role);
        fields.bind(path + ".event", event);
        fields.bind(path + ".per", per);
        fields.bind(path + ".cap", cap);
        fields.bind(path + ".windowHours", window);
        fields.bind(path + ".level", level);
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case BINOMIAL -> "Share of visitors with it";
            case COUNT -> "How often a visitor does it";
            case MEAN -> "Value a visitor";
            case RATIO -> "Value by another conversion";
            case QUANTILE -> "Quantile of the value";
            case FRICTION, TIME_TO_SUCCESS, ERRORS, HELPFUL, DISMISSED, RETURNED -> "Built in";
        };
    }

    private static String word(Role role) {
        return switch (role) {
            case GOAL -> "Goal: decides";
            case SECONDARY -> "Other: is shown";
            case GUARDRAIL -> "Guardrail: must not get worse";
        };
    }
}
