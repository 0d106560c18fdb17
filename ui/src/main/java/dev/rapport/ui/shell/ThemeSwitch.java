package dev.rapport.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.select.Select;

/** Light, dark or as the system prefers; the browser remembers the choice. */
public final class ThemeSwitch extends Select<ThemeSwitch.Scheme> {
    private static final long serialVersionUID = 1L;

    /** What can be chosen. */
    public enum Scheme {
        /** As the system prefers. */
        SYSTEM("System", "light dark"),
        /** Dark text on light. */
        LIGHT("Light", "light"),
        /** Light text on dark. */
        DARK("Dark", "dark");

        private final String label;
        private final String css;

        Scheme(String label, String css) {
            this.label = label;
            this.css = css;
        }
    }

    /** Name of the browser's storage entry, also read by the page's first script. */
    public static final String KEY = "rapport-theme";

    /** The switch. */
    public ThemeSwitch() {
        setItems(Scheme.values());
        setItemLabelGenerator(scheme -> scheme.label);
        setValue(Scheme.SYSTEM);
        setAriaLabel("Theme");
        addClassName("theme-switch");
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getElement()
                        .executeJs(
                                "document.documentElement.style.colorScheme=$1;"
                                        + "try{localStorage.setItem($0,$1)}catch(e){}"
                                        + "window.dispatchEvent(new Event('rapport-theme'))",
                                KEY,
                                change.getValue().css);
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .executeJs("try{return localStorage.getItem($0)||''}catch(e){return ''}", KEY)
                .then(String.class, css -> {
                    for (Scheme scheme : Scheme.values()) {
                        if (scheme.css.equals(css)) {
                            setValue(scheme);
                        }
                    }
                });
    }
}
