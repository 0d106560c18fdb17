package dev.rapport.ui.responses;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintText;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.part.Question;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.settings.Draft;
import dev.rapport.ui.wording.ResponseWords;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A hint in the list. */
final class HintCard extends ListItem {
    private static final long serialVersionUID = 1L;

    /**
     * A hint with its buttons.
     *
     * @param save takes the next snapshot and what to say when it is saved
     */
    HintCard(Hint hint, SiteSettings site, boolean editor, BiConsumer<SiteSettings, String> save) {
        addClassName("card-row");
        RouterLink name = new RouterLink(hint.name(), HintView.class, new RouteParameters("hint", hint.id()));
        name.addClassName("card-name");
        HintText text = hint.text(site.defaultLanguage(), site.defaultLanguage());
        String says = text.title().isEmpty() ? text.body() : text.title() + " – " + text.body();
        Span body = new Span(says.equals(" – ") || says.isEmpty() ? ResponseWords.looks(hint.kind()) : says);
        body.addClassName("live-small");
        Span more = new Span(ResponseWords.intent(hint.intent()) + " · "
                + hint.texts().keySet().stream().sorted().collect(Collectors.joining(", ")));
        more.addClassNames("quiet", "live-small");
        Div box = new Div(name, body, more);
        box.addClassName("card-text");
        add(box, new Tag(ResponseWords.kind(hint.kind()), Tag.Tone.NEUTRAL));
        if (editor) {
            Button delete =
                    new Button("Delete", click -> confirm(hint, site, save).open());
            delete.setAriaLabel("Delete hint " + hint.name());
            delete.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            add(delete);
        }
    }

    private static Question confirm(Hint hint, SiteSettings site, BiConsumer<SiteSettings, String> save) {
        Question dialog = new Question(
                "Delete this hint?",
                "“" + hint.name()
                        + "” is gone for good. A hint that a rule or a running experiment uses cannot be deleted.",
                "Delete",
                () -> save.accept(new Draft(site).withoutHint(hint.id()).next(), "“" + hint.name() + "” is deleted."));
        return dialog;
    }
}
