package dev.rapport.ui.overview;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import dev.rapport.analytics.Reports;
import dev.rapport.ui.part.Chart;
import java.net.URI;

/** What happened on a site. */
@Route("")
public final class OverviewView extends Div {
    private static final long serialVersionUID = 1L;

    /** The page over these reports. */
    public OverviewView(Reports reports, URI publicUrl) {
        Span pushed = new Span("waiting");
        pushed.setId("pushed");
        Chart chart = new Chart();
        add(new H1("Overview " + publicUrl), new Button("A button", e -> pushed.setText("clicked")), pushed, chart);
        chart.show("{}");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(1500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ui.access(() -> add(new Span("pushed by server")));
        });
    }
}
