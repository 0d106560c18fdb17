package dev.rapport.settings;

import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintIntent;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;

/** Reads the JSON tree of one hint. */
final class HintReader {
    private HintReader() {}

    static Hint read(JsonPlace place) {
        JsonFields fields = place.fields();
        Hint hint = new Hint(
                fields.need("id").text(),
                fields.need("name").text(),
                fields.need("kind").word(HintKind.class),
                fields.need("intent").word(HintIntent.class),
                anchor(fields.need("anchor")),
                action(fields.need("action")),
                fields.need("texts").fields().map(HintReader::text));
        fields.end();
        return hint;
    }

    private static Anchor anchor(JsonPlace place) {
        JsonFields fields = place.fields();
        JsonPlace type = fields.need("type");
        Anchor anchor = switch (type.text()) {
            case "troubled-element" -> new Anchor.TroubledElement();
            case "selector" -> new Anchor.Selector(fields.need("css").text());
            case "page" -> new Anchor.Page();
            default -> throw type.problem("is unknown; use troubled-element, selector or page");
        };
        fields.end();
        return anchor;
    }

    private static Action action(JsonPlace place) {
        JsonFields fields = place.fields();
        JsonPlace type = fields.need("type");
        Action action = switch (type.text()) {
            case "close" -> new Action.Close();
            case "link" -> new Action.Link(fields.need("href").text());
            case "handoff" -> new Action.HandOff();
            case "verb" -> new Action.Verb(fields.need("name").text());
            default -> throw type.problem("is unknown; use close, link, handoff or verb");
        };
        fields.end();
        return action;
    }

    private static HintText text(JsonPlace place) {
        JsonFields fields = place.fields();
        HintText text = new HintText(
                fields.need("title").text(),
                fields.need("body").text(),
                fields.need("action").text(),
                fields.need("choices").list(JsonPlace::text));
        fields.end();
        return text;
    }
}
