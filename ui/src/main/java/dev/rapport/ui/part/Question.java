package dev.rapport.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before something that cannot be taken back. The focus starts on Cancel, which Escape means too. */
public final class Question extends Dialog {
    private static final long serialVersionUID = 1L;

    /**
     * A closed dialog.
     *
     * @param title the question
     * @param text what would happen
     * @param action the word on the button that does it
     * @param does what that button does
     */
    public Question(String title, String text, String action, Runnable does) {
        setHeaderTitle(title);
        setWidth("min(28rem, 94vw)");
        addClassName("question");
        add(new Paragraph(text));
        Button cancel = new Button("Cancel", click -> close());
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                cancel.focus();
            }
        });
        Button act = new Button(action, click -> {
            close();
            does.run();
        });
        act.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(cancel, act);
    }
}
