package dev.rapport.ui.sites;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.ConsoleConfig;
import dev.rapport.ui.ConsoleServices.WidgetFile;
import dev.rapport.ui.part.CopyButton;
import java.util.Optional;

/** The lines to paste into a page, plain or pinned to one version by its hash. */
public final class Snippet extends Div {
    private static final long serialVersionUID = 1L;

    /** The snippet of a site. */
    public Snippet(SiteSettings site, ConsoleConfig config, Optional<WidgetFile> widget) {
        addClassName("snippet");
        Pre pre = new Pre(text(site.siteKey(), config.publicUrl().toString(), Optional.empty()));
        pre.getElement().setAttribute("tabindex", "0");
        pre.getElement().setAttribute("role", "group");
        pre.getElement().setAttribute("aria-label", "Snippet");
        Div row = new Div(new CopyButton("Copy snippet", pre));
        row.addClassName("row");
        widget.ifPresent(file -> {
            Checkbox pinned = new Checkbox("Pin this version (SRI)");
            pinned.addValueChangeListener(change -> pre.setText(text(
                    site.siteKey(),
                    config.publicUrl().toString(),
                    change.getValue() ? Optional.of(file) : Optional.empty())));
            row.add(pinned);
        });
        add(pre, row);
    }

    /** The snippet's text; pinned when a file is given. */
    static String text(String siteKey, String host, Optional<WidgetFile> pinned) {
        String source = pinned.map(file -> host + "/w/" + file.hash() + "/rapport.js\" integrity=\"" + file.integrity()
                        + "\" crossorigin=\"anonymous")
                .orElse(host + "/rapport.js");
        return "<script>window.rapport=window.rapport||function(){(rapport.q=rapport.q||[]).push(arguments)}</script>\n"
                + "<script async src=\"" + source + "\" data-site=\"" + siteKey + "\" data-consent=\"ask\"></script>";
    }
}
