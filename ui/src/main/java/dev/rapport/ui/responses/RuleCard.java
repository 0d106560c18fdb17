package dev.rapport.ui.responses;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rapport.hint.Hint;
import dev.rapport.rule.ResponseRule;
import dev.rapport.settings.SiteSettings;
import dev.rapport.ui.part.Question;
import dev.rapport.ui.part.Tag;
import dev.rapport.ui.settings.Draft;
import dev.rapport.ui.wording.Numbers;
import dev.rapport.ui.wording.ResponseWords;
import java.util.function.BiConsumer;

/** A rule in the list. */
final class RuleCard extends ListItem {
    private static final long serialVersionUID = 1L;

    /**
     * A rule with its switch and buttons.
     *
     * @param save takes the next snapshot and what to say when it is saved
     */
    RuleCard(
            ResponseRule rule,
            SiteSettings site,
            Numbers numbers,
            boolean editor,
            BiConsumer<SiteSettings, String> save) {
        addClassName("card-row");
        String hint = site.hint(rule.hint()).map(Hint::name).orElse(rule.hint());
        Div text = new Div();
        text.addClassName("card-text");
        if (editor) {
            RouterLink name = new RouterLink(rule.name(), RuleView.class, new RouteParameters("rule", rule.id()));
            name.addClassName("card-name");
            text.add(name);
        } else {
            Span name = new Span(rule.name());
            name.addClassName("card-name");
            text.add(name);
        }
        Span when = new Span("When " + ResponseWords.condition(rule.when(), numbers)
                + (rule.heldForSeconds() == 0 ? "" : ", held for " + rule.heldForSeconds() + " s") + " → " + hint);
        when.addClassName("live-small");
        text.add(when);
        add(text, new Tag("Priority " + rule.priority(), Tag.Tone.NEUTRAL));
        if (!editor) {
            add(new Tag(rule.enabled() ? "On" : "Off", rule.enabled() ? Tag.Tone.GOOD : Tag.Tone.NEUTRAL));
            return;
        }
        Checkbox enabled = new Checkbox("On", rule.enabled());
        enabled.setAriaLabel("On: " + rule.name());
        enabled.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                save.accept(
                        new Draft(site)
                                .put(new ResponseRule(
                                        rule.id(),
                                        rule.name(),
                                        change.getValue(),
                                        rule.priority(),
                                        rule.when(),
                                        rule.heldForSeconds(),
                                        rule.hint()))
                                .next(),
                        change.getValue() ? "“" + rule.name() + "” is on." : "“" + rule.name() + "” is off.");
            }
        });
        Button delete = new Button("Delete", click -> confirm(rule, site, save).open());
        delete.setAriaLabel("Delete rule " + rule.name());
        delete.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(enabled, delete);
    }

    private static Question confirm(ResponseRule rule, SiteSettings site, BiConsumer<SiteSettings, String> save) {
        Question dialog = new Question(
                "Delete this rule?",
                "“" + rule.name() + "” is gone for good. Its hint stays. To keep it for later, switch it off instead.",
                "Delete",
                () -> save.accept(new Draft(site).withoutRule(rule.id()).next(), "“" + rule.name() + "” is deleted."));
        return dialog;
    }
}
