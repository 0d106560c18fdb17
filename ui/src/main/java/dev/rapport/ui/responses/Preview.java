package dev.rapport.ui.responses;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows a hint as visitors see it: a small page in a frame without any rights, in which the real widget draws it. Where
 * the widget cannot be reached, the frame draws a plain likeness and says so.
 */
final class Preview extends Div {
    private static final long serialVersionUID = 1L;

    private final Select<String> language = new Select<>();
    private final IFrame frame = new IFrame("/preview");
    private final Paragraph nothing = new Paragraph(
            "A page verb has no picture: the page gets a class, an attribute and an event, and adapts itself.");
    private transient @Nullable Hint shown;
    private String fallback = "en";

    Preview() {
        addClassName("stack");
        language.setLabel("Language");
        language.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                draw();
            }
        });
        frame.addClassName("preview-frame");
        frame.setTitle("Preview of the hint");
        frame.getElement().setAttribute("sandbox", "allow-scripts");
        add(language, frame, nothing);
    }

    void show(Hint hint, String defaultLanguage) {
        shown = hint;
        fallback = defaultLanguage;
        String chosen = language.getValue();
        List<String> tags = hint.texts().keySet().stream().sorted().toList();
        language.setItems(tags);
        language.setValue(chosen != null && tags.contains(chosen) ? chosen : defaultLanguage);
        language.setVisible(tags.size() > 1);
        nothing.setVisible(hint.kind() == HintKind.VERB);
        frame.setVisible(hint.kind() != HintKind.VERB);
        draw();
    }

    private void draw() {
        Hint hint = shown;
        String tag = language.getValue();
        if (hint != null && hint.kind() != HintKind.VERB && tag != null) {
            // The frame is loaded anew for each change, so that nothing of an earlier preview is left in it.
            frame.getElement()
                    .executeJs(
                            "const frame=this,hint=$0;clearTimeout(frame.later);frame.later=setTimeout(()=>{"
                                    + "frame.onload=()=>frame.contentWindow.postMessage(hint,'*');frame.src='/preview'},60)",
                            message(hint, tag, fallback));
        }
    }

    /** The hint as the server would send it, anchored to the preview page's own button. */
    static ObjectNode message(Hint hint, String language, String fallback) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("t", "hint")
                .put("id", hint.id().isEmpty() ? "preview" : hint.id())
                .put("rule", "preview");
        node.put("kind", hint.kind().word()).put("intent", hint.intent().name().toLowerCase(Locale.ROOT));
        ObjectNode anchor = node.putObject("anchor");
        switch (hint.anchor()) {
            case Anchor.TroubledElement element ->
                anchor.put("type", "selector").put("css", "#anchor");
            case Anchor.Selector selector -> anchor.put("type", "selector").put("css", "#anchor");
            case Anchor.Page page -> anchor.put("type", "page");
        }
        ObjectNode action = node.putObject("action");
        switch (hint.action()) {
            case Action.Close close -> action.put("type", "close");
            case Action.Link link -> action.put("type", "link").put("href", link.href());
            case Action.HandOff handOff -> action.put("type", "handoff");
            case Action.Verb verb -> action.put("type", "verb").put("name", verb.name());
        }
        HintText text = hint.text(language, fallback);
        ObjectNode said = node.putObject("text");
        said.put("title", text.title()).put("body", text.body()).put("action", text.action());
        ArrayNode choices = said.putArray("choices");
        text.choices().forEach(choices::add);
        node.put("lang", language).put("ttl", 60);
        node.putArray("why").add("This is a preview");
        node.put("certainty", "high");
        return node;
    }
}
