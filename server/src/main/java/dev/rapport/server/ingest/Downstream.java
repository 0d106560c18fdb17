package dev.rapport.server.ingest;

import dev.rapport.frame.Channel;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintText;
import dev.rapport.pipeline.Admission;
import dev.rapport.pipeline.Outcome;
import dev.rapport.scoring.Score;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.JacksonCodec;

/** The messages that go down to a page, as JSON text. */
final class Downstream {
    /** Seconds within which a hint must show; later it is not shown at all. */
    private static final int HINT_SECONDS = 10;

    private static final JacksonCodec JSON = new JacksonCodec();

    private Downstream() {}

    /** {@code session}: what the page says from now on when it names its visit. */
    static String welcome(String session, long durable, Admission.Result.Admitted to) {
        JsonArray words = new JsonArray();
        to.visit().channels().stream().sorted().map(Channel::word).forEach(words::add);
        return text(message("welcome")
                .put("session", session)
                .put("seq", durable)
                .put("channels", words)
                .put("paused", to.site().suspended()));
    }

    static String ack(long sequence) {
        return "{\"t\":\"ack\",\"seq\":" + sequence + "}";
    }

    /** The same for a page that stays. */
    static String token(String session) {
        return text(message("token").put("session", session));
    }

    static String withdraw(String hint) {
        return text(message("withdraw").put("id", hint));
    }

    static String retry(int seconds) {
        return text(message("retry").put("after", seconds));
    }

    static String error(String code, String sentence) {
        return text(message("error").put("code", code).put("message", sentence));
    }

    static String hint(Outcome.Shown shown, String language, String defaultLanguage) {
        Hint hint = shown.hint();
        return text(message("hint")
                .put("id", hint.id())
                .put("rule", shown.match().rule())
                .put("kind", hint.kind().word())
                .put("intent", hint.intent().name().toLowerCase(java.util.Locale.ROOT))
                .put("anchor", anchor(hint.anchor(), shown.match().element()))
                .put("action", action(hint.action()))
                .put("text", text(hint.text(language, defaultLanguage)))
                .put("lang", language)
                .put("ttl", HINT_SECONDS)
                .put("why", why(shown.score()))
                .put("certainty", certainty(shown.score())));
    }

    /** By Jackson's generator: {@code encode()} goes by way of the object mapper. */
    private static String text(JsonObject message) {
        return JSON.toString(message, false);
    }

    private static JsonObject message(String type) {
        return new JsonObject().put("t", type);
    }

    private static JsonObject anchor(Anchor anchor, String troubled) {
        return switch (anchor) {
            case Anchor.TroubledElement e when troubled.isEmpty() -> new JsonObject().put("type", "page");
            case Anchor.TroubledElement e ->
                new JsonObject().put("type", "element").put("ref", troubled);
            case Anchor.Selector s -> new JsonObject().put("type", "selector").put("css", s.css());
            case Anchor.Page p -> new JsonObject().put("type", "page");
        };
    }

    private static JsonObject action(Action action) {
        return switch (action) {
            case Action.Close c -> new JsonObject().put("type", "close");
            case Action.Link l -> new JsonObject().put("type", "link").put("href", l.href());
            case Action.HandOff h -> new JsonObject().put("type", "handoff");
            case Action.Verb v -> new JsonObject().put("type", "verb").put("name", v.name());
        };
    }

    private static JsonObject text(HintText text) {
        return new JsonObject()
                .put("title", text.title())
                .put("body", text.body())
                .put("action", text.action())
                .put("choices", new JsonArray(text.choices()));
    }

    private static JsonArray why(Score score) {
        JsonArray why = new JsonArray();
        if (score instanceof Score.Known known) {
            known.reasons().forEach(reason -> why.add(reason.cause().plain()));
        }
        return why;
    }

    private static String certainty(Score score) {
        return switch (score) {
            case Score.Unknown u -> "low";
            case Score.Known k when k.certainty() >= 0.7 -> "high";
            case Score.Known k when k.certainty() >= 0.4 -> "medium";
            case Score.Known k -> "low";
        };
    }
}
