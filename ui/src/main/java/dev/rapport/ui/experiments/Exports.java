package dev.rapport.ui.experiments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.rapport.experiment.report.ReportExport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Takes a report out of the console: CSV, JSON, paper. */
final class Exports extends Div {
    private static final long serialVersionUID = 1L;

    Exports(Reading reading) {
        addClassName("page-actions");
        ReportExport export = new ReportExport(
                reading.report(),
                reading.history(),
                reading.site().site(),
                reading.site().version(),
                reading.simulated(),
                reading.at(),
                reading.details());
        String name = reading.site().site() + "-" + reading.experiment().id();
        Button print =
                new Button("Print", click -> UI.getCurrent().getPage().executeJs("setTimeout(() => window.print())"));
        print.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(
                file("CSV", name + ".csv", "text/csv;charset=utf-8", export::csv),
                file("JSON", name + ".json", "application/json", export::json),
                print);
    }

    private static Anchor file(String label, String name, String type, Supplier<String> content) {
        DownloadHandler handler = DownloadHandler.fromInputStream(event -> {
            byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, type, bytes.length);
        });
        Anchor anchor = new Anchor(handler, AttachmentType.DOWNLOAD, label);
        anchor.getElement().setAttribute("aria-label", "Download as " + label);
        return anchor;
    }
}
