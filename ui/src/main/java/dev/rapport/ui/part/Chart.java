package dev.rapport.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import tools.jackson.databind.node.ObjectNode;

/**
 * An Apache ECharts picture. What it looks like is decided in {@code rapport-chart.ts} by its kind; Java sends the data
 * only. Put a {@link DataTable} with the same numbers behind it.
 */
@Tag("rapport-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./rapport-chart.ts")
public final class Chart extends Component implements HasSize, HasStyle {
    private static final long serialVersionUID = 1L;

    /** The pictures there are. */
    public enum Kind {
        /** Friction over time: {@code {points:[{at, share, visits}]}}; at in epoch milliseconds, share 0 to 1 or null. */
        FRICTION,
        /** What became of hints: {@code {hints:[{name, helped, didNotHelp, silent, heldOut}]}}, counts of visits. */
        HINTS,
        /** Differences with intervals: {@code {rows:[{name, low, middle, high}], unit:"percent"|"score"}}. */
        DIFFERENCE,
        /** Exposures over time: {@code {arms:[name], points:[{at, counts:[n]}]}}; at in epoch milliseconds. */
        EXPOSURES,
        /** A difference over time: {@code {unit, series:[{name, points:[{at, low, middle, high}]}]}}, null where unknown. */
        EFFECT,
        /** What was said and what was true: {@code {points:[{said, truth, labels}]}}, shares 0 to 1. */
        CALIBRATION
    }

    /** A picture of {@code kind} that a screen reader announces as {@code summary}. */
    public Chart(Kind kind, String summary, ObjectNode data) {
        getElement().setProperty("kind", kind.name().toLowerCase(java.util.Locale.ROOT));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", summary);
        getElement().setPropertyJson("data", data);
    }
}
