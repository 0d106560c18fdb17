package dev.rapport.ui.part;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;

/** Copies an element's text, in the browser alone, and says so. */
public final class CopyButton extends Button {
    private static final long serialVersionUID = 1L;

    private final Component source;

    /** A button that copies what {@code source} shows at that moment. */
    public CopyButton(String label, Component source) {
        super(label, Glyph.COPY.create());
        this.source = source;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("""
                        const button = this, source = $0, label = $1;
                        button.onclick = async () => {
                          const text = source.textContent;
                          try { await navigator.clipboard.writeText(text); }
                          catch {
                            getSelection().selectAllChildren(source);
                            document.execCommand('copy');
                          }
                          button.lastChild.textContent = 'Copied';
                          setTimeout(() => button.lastChild.textContent = label, 2000);
                        };
                        """, source.getElement(), getText());
    }
}
