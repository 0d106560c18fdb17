package dev.rapport.settings;

import static dev.rapport.json.JsonPlace.word;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.experiment.Experiment;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.learning.Adjustment;
import dev.rapport.learning.AdjustmentJson;
import dev.rapport.rule.Condition;
import dev.rapport.rule.ResponseRule;
import java.util.Collection;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the JSON tree of site settings; sets are sorted so that equal settings give equal text. */
final class SettingsWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SettingsWriter() {}

    static ObjectNode write(SiteSettings settings) {
        ObjectNode node = JSON.objectNode();
        node.put("site", settings.site())
                .put("version", settings.version())
                .put("name", settings.name())
                .put("siteKey", settings.siteKey())
                .put("defaultLanguage", settings.defaultLanguage());
        node.set("origins", texts(settings.origins().stream().sorted().toList()));
        ObjectNode privacy =
                node.putObject("privacy").put("purpose", word(settings.privacy().purpose()));
        privacy.set("jurisdictions", words(settings.privacy().jurisdictions()));
        privacy.set("channels", words(settings.privacy().channels()));
        node.putObject("pacing")
                .put("perSession", settings.pacing().perSession())
                .put("perHint", settings.pacing().perHint())
                .put("coolDownSeconds", settings.pacing().coolDownSeconds())
                .put("silenceAfterDismissal", settings.pacing().silenceAfterDismissal())
                .put("quietWhileTyping", settings.pacing().quietWhileTyping());
        node.put("holdout", settings.holdout()).put("suspended", settings.suspended());
        node.set("hints", list(settings.hints(), SettingsWriter::hint));
        node.set("rules", list(settings.rules(), SettingsWriter::rule));
        node.set("experiments", list(settings.experiments(), SettingsWriter::experiment));
        if (!settings.learned().equals(Adjustment.NONE)) {
            node.set("learned", AdjustmentJson.write(settings.learned()));
        }
        return node;
    }

    private static ObjectNode hint(Hint hint) {
        ObjectNode node = JSON.objectNode();
        node.put("id", hint.id())
                .put("name", hint.name())
                .put("kind", word(hint.kind()))
                .put("intent", word(hint.intent()));
        ObjectNode anchor = node.putObject("anchor");
        switch (hint.anchor()) {
            case Anchor.TroubledElement element -> anchor.put("type", "troubled-element");
            case Anchor.Selector selector -> anchor.put("type", "selector").put("css", selector.css());
            case Anchor.Page page -> anchor.put("type", "page");
        }
        ObjectNode action = node.putObject("action");
        switch (hint.action()) {
            case Action.Close close -> action.put("type", "close");
            case Action.Link link -> action.put("type", "link").put("href", link.href());
            case Action.HandOff handOff -> action.put("type", "handoff");
            case Action.Verb verb -> action.put("type", "verb").put("name", verb.name());
        }
        ObjectNode texts = node.putObject("texts");
        new TreeMap<>(hint.texts())
                .forEach((language, text) -> texts.putObject(language)
                        .put("title", text.title())
                        .put("body", text.body())
                        .put("action", text.action())
                        .set("choices", texts(text.choices())));
        return node;
    }

    private static ObjectNode rule(ResponseRule rule) {
        ObjectNode node = JSON.objectNode();
        node.put("id", rule.id())
                .put("name", rule.name())
                .put("enabled", rule.enabled())
                .put("priority", rule.priority());
        node.set("when", condition(rule.when()));
        return node.put("heldForSeconds", rule.heldForSeconds()).put("hint", rule.hint());
    }

    private static ObjectNode condition(Condition condition) {
        ObjectNode node = JSON.objectNode();
        switch (condition) {
            case Condition.ScoreAtLeast score ->
                node.put("type", "score-at-least")
                        .put("probability", score.probability())
                        .put("certainty", score.certainty());
            case Condition.SignalSeen signal ->
                node.put("type", "signal-seen")
                        .put("signal", word(signal.kind()))
                        .put("count", signal.count())
                        .put("seconds", signal.seconds());
            case Condition.PageMatches page -> node.put("type", "page-matches").put("glob", page.glob());
            case Condition.ElementMatches element ->
                node.put("type", "element-matches").put("glob", element.glob());
            case Condition.DeviceIs device -> node.put("type", "device-is").set("devices", words(device.devices()));
            case Condition.LanguageIs language ->
                node.put("type", "language-is")
                        .set(
                                "languages",
                                texts(language.languages().stream().sorted().toList()));
            case Condition.VisitorIs visitor -> node.put("type", "visitor-is").put("returning", visitor.returning());
            case Condition.All all ->
                node.put("type", "all").set("conditions", list(all.conditions(), SettingsWriter::condition));
            case Condition.Any any ->
                node.put("type", "any").set("conditions", list(any.conditions(), SettingsWriter::condition));
            case Condition.Not not -> node.put("type", "not").set("condition", condition(not.condition()));
        }
        return node;
    }

    private static ObjectNode experiment(Experiment experiment) {
        ObjectNode node = JSON.objectNode();
        node.put("id", experiment.id())
                .put("name", experiment.name())
                .put("hypothesis", experiment.hypothesis())
                .put("hint", experiment.hint())
                .put("seed", experiment.seed())
                .put("coverage", experiment.coverage());
        node.set(
                "variations",
                list(
                        experiment.variations(),
                        variation -> JSON.objectNode()
                                .put("key", variation.key())
                                .put("name", variation.name())
                                .put("weight", variation.weight())
                                .put("hint", variation.hint())));
        node.put("goal", experiment.goal())
                .put("status", word(experiment.status()))
                .put(
                        "startedAt",
                        experiment.startedAt() == null
                                ? null
                                : experiment.startedAt().toString());
        MeasureWriter.write(experiment, node);
        return node;
    }

    private static <T> ArrayNode list(Collection<T> values, Function<T, ObjectNode> each) {
        ArrayNode node = JSON.arrayNode();
        values.forEach(value -> node.add(each.apply(value)));
        return node;
    }

    private static ArrayNode texts(Collection<String> values) {
        ArrayNode node = JSON.arrayNode();
        values.forEach(node::add);
        return node;
    }

    private static <E extends Enum<E>> ArrayNode words(Collection<E> values) {
        return texts(values.stream().sorted().map(value -> word(value)).toList());
    }
}
