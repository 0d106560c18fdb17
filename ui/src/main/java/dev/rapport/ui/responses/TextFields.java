package dev.rapport.ui.responses;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import dev.rapport.ui.settings.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hint says in one language. */
final class TextFields {
    private final String language;
    private final TextField title = new TextField("Title");
    private final TextArea body = new TextArea("Text");
    private final TextField action = new TextField("Button");
    private final TextArea choices = new TextArea("Choices, one a line");
    private final FieldSet box;

    /**
     * Fields for one language.
     *
     * @param onRemove null for the site's default language, which every hint has
     */
    TextFields(String language, HintText text, Runnable onChange, @Nullable Runnable onRemove) {
        this.language = language;
        title.setValue(text.title());
        body.setValue(text.body());
        body.setMinRows(2);
        action.setValue(text.action());
        choices.setValue(String.join("\n", text.choices()));
        for (var field : List.of(title, action)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> onChange.run());
        }
        for (var field : List.of(body, choices)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> onChange.run());
        }
        Div fields = new Div(title, action, body, choices);
        fields.addClassName("fields");
        body.addClassName("wide");
        choices.addClassName("wide");
        box = new FieldSet(onRemove == null ? language + " (default)" : language, fields);
        box.addClassName("language");
        if (onRemove != null) {
            Button remove = new Button("Remove this language", click -> onRemove.run());
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            box.add(remove);
        }
    }

    FieldSet component() {
        return box;
    }

    void kind(HintKind kind) {
        choices.setVisible(listed(kind));
        choices.setLabel(kind == HintKind.STEP ? "Steps, one a line" : "Choices, one a line");
        action.setVisible(!listed(kind) && kind != HintKind.VERB);
        box.setVisible(kind != HintKind.VERB);
    }

    private static boolean listed(HintKind kind) {
        return kind == HintKind.SURVEY || kind == HintKind.STEP;
    }

    void bind(Fields fields) {
        String at = "texts." + language;
        fields.bind(at, body);
        fields.bind(at + ".title", title);
        fields.bind(at + ".body", body);
        fields.bind(at + ".action", action);
        fields.bind(at + ".choices", choices);
    }

    HintText value(HintKind kind) {
        return new HintText(
                title.getValue().strip(),
                body.getValue().strip(),
                action.getValue().strip(),
                listed(kind)
                        ? choices.getValue()
                                .lines()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty())
                                .toList()
                        : List.of());
    }
}
