package dev.rapport.settings;

import static dev.rapport.settings.SettingsReader.set;

import dev.rapport.frame.SignalKind;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import dev.rapport.rule.Condition;
import dev.rapport.session.Device;

/** Reads the JSON tree of one condition. */
final class ConditionReader {
    private ConditionReader() {}

    static Condition read(JsonPlace place) {
        JsonFields fields = place.fields();
        JsonPlace type = fields.need("type");
        Condition condition = switch (type.text()) {
            case "score-at-least" ->
                new Condition.ScoreAtLeast(
                        fields.need("probability").number(),
                        fields.need("certainty").number());
            case "signal-seen" ->
                new Condition.SignalSeen(
                        fields.need("signal").word(SignalKind.class),
                        fields.need("count").small(),
                        fields.need("seconds").small());
            case "page-matches" -> new Condition.PageMatches(fields.need("glob").text());
            case "element-matches" ->
                new Condition.ElementMatches(fields.need("glob").text());
            case "device-is" ->
                new Condition.DeviceIs(set(fields.need("devices").list(device -> device.word(Device.class))));
            case "language-is" ->
                new Condition.LanguageIs(set(fields.need("languages").list(JsonPlace::text)));
            case "visitor-is" ->
                new Condition.VisitorIs(fields.need("returning").flag());
            case "all" -> new Condition.All(fields.need("conditions").list(ConditionReader::read));
            case "any" -> new Condition.Any(fields.need("conditions").list(ConditionReader::read));
            case "not" -> new Condition.Not(read(fields.need("condition")));
            default ->
                throw type.problem("is unknown; use score-at-least, signal-seen, page-matches, element-matches,"
                        + " device-is, language-is, visitor-is, all, any or not");
        };
        fields.end();
        return condition;
    }
}
