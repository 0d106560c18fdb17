package dev.rapport.ui.experiments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.Namespace;
import dev.rapport.ui.settings.Fields;
import dev.rapport.ui.settings.Ids;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an experiment measures beside the built-in metrics, and the part of visitors that it keeps to. */
final class MeasureFields {
    private static final double HUNDRED = 100;

    private final Div metrics = new Div();
    private final List<MetricRow> rows = new ArrayList<>();
    private final TextField space = new TextField("Namespace");
    private final NumberField from = new NumberField("From, %");
    private final NumberField to = new NumberField("To, %");

    MeasureFields(Experiment experiment) {
        metrics.addClassName("stack");
        experiment.metrics().forEach(this::add);
        space.setHelperText("Experiments with parts of one namespace never share a visitor. Empty: all visitors.");
        Namespace part = experiment.namespace();
        if (part != null) {
            space.setValue(part.name());
            from.setValue(part.start() * HUNDRED);
            to.setValue(part.end() * HUNDRED);
        }
    }

    private void add(Metric metric) {
        MetricRow row = new MetricRow(metric, gone -> {
            rows.remove(gone);
            metrics.remove(gone);
        });
        rows.add(row);
        metrics.add(row);
    }

    /** The rows and a button for more. */
    Div metrics() {
        Button more = new Button("Add metric", click -> add(MetricRow.blank()));
        more.addThemeVariants(ButtonVariant.SMALL);
        Div box = new Div(metrics, new Div(more));
        box.addClassName("stack");
        return box;
    }

    /** The fields of the namespace. */
    Div part() {
        Div box = new Div(space, from, to);
        box.addClassName("fields");
        return box;
    }

    void bind(Fields fields) {
        fields.unbind("metrics");
        fields.bind("namespace", space);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).bind(fields, "metrics[" + i + "]");
        }
    }

    Experiment on(Experiment experiment) {
        List<Metric> own = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (MetricRow row : rows) {
            String id = Ids.from(row.name(), "metric", taken);
            taken.add(id);
            own.add(row.value(id));
        }
        return experiment.measuring(own, namespace());
    }

    private @Nullable Namespace namespace() {
        String name = space.getValue().strip();
        return name.isEmpty() ? null : new Namespace(name, share(from.getValue(), 0), share(to.getValue(), HUNDRED));
    }

    private static double share(@Nullable Double percent, double otherwise) {
        return (percent == null ? otherwise : percent) / HUNDRED;
    }
}
