package dev.rapport.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** An Apache ECharts picture. */
@Tag("rapport-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./rapport-chart.ts")
public final class Chart extends Component implements HasSize {
    private static final long serialVersionUID = 1L;

    /** Draws. */
    public void show(String spec) {
        getElement().setProperty("spec", spec);
    }
}
