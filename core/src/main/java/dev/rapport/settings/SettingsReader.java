package dev.rapport.settings;

import dev.rapport.experiment.Experiment;
import dev.rapport.frame.Channel;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import dev.rapport.learning.Adjustment;
import dev.rapport.learning.AdjustmentJson;
import dev.rapport.pacing.Pacing;
import dev.rapport.privacy.Jurisdiction;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.rule.ResponseRule;
import java.util.List;
import java.util.Set;

/** Reads the JSON tree of site settings. */
final class SettingsReader {
    private SettingsReader() {}

    static SiteSettings read(JsonPlace place) {
        JsonFields fields = place.fields();
        SiteSettings settings = new SiteSettings(
                fields.need("site").text(),
                fields.need("version").whole(),
                fields.need("name").text(),
                fields.need("siteKey").text(),
                set(fields.need("origins").list(JsonPlace::text)),
                fields.need("defaultLanguage").text(),
                privacy(fields.need("privacy")),
                pacing(fields.need("pacing")),
                fields.need("holdout").number(),
                fields.need("suspended").flag(),
                fields.need("hints").list(HintReader::read),
                fields.need("rules").list(SettingsReader::rule),
                fields.need("experiments").list(SettingsReader::experiment),
                fields.find("learned", AdjustmentJson::read, Adjustment.NONE));
        fields.end();
        return settings;
    }

    static <T> Set<T> set(List<T> values) {
        return Set.copyOf(values);
    }

    private static PrivacyPolicy privacy(JsonPlace place) {
        JsonFields fields = place.fields();
        PrivacyPolicy privacy = new PrivacyPolicy(
                fields.need("purpose").word(PrivacyPolicy.Purpose.class),
                set(fields.find("jurisdictions", list -> list.list(one -> one.word(Jurisdiction.class)), List.of())),
                set(fields.need("channels").list(channel -> channel.word(Channel.class))));
        fields.end();
        return privacy;
    }

    private static Pacing pacing(JsonPlace place) {
        JsonFields fields = place.fields();
        Pacing pacing = new Pacing(
                fields.need("perSession").small(),
                fields.need("perHint").small(),
                fields.need("coolDownSeconds").small(),
                fields.need("silenceAfterDismissal").flag(),
                fields.need("quietWhileTyping").flag());
        fields.end();
        return pacing;
    }

    private static ResponseRule rule(JsonPlace place) {
        JsonFields fields = place.fields();
        ResponseRule rule = new ResponseRule(
                fields.need("id").text(),
                fields.need("name").text(),
                fields.need("enabled").flag(),
                fields.need("priority").small(),
                ConditionReader.read(fields.need("when")),
                fields.need("heldForSeconds").small(),
                fields.need("hint").text());
        fields.end();
        return rule;
    }

    private static Experiment experiment(JsonPlace place) {
        JsonFields fields = place.fields();
        Experiment experiment = new Experiment(
                fields.need("id").text(),
                fields.need("name").text(),
                fields.need("hypothesis").text(),
                fields.need("hint").text(),
                fields.need("seed").text(),
                fields.need("coverage").number(),
                fields.need("variations").list(SettingsReader::variation),
                fields.need("goal").text(),
                fields.need("status").word(Experiment.Status.class),
                fields.find("startedAt", JsonPlace::instant, null),
                fields.find("metrics", list -> list.list(MeasureReader::metric), List.of()),
                fields.find("namespace", MeasureReader::namespace, null),
                fields.find("decisions", list -> list.list(MeasureReader::decision), List.of()));
        fields.end();
        return experiment;
    }

    private static Experiment.Variation variation(JsonPlace place) {
        JsonFields fields = place.fields();
        Experiment.Variation variation = new Experiment.Variation(
                fields.need("key").text(),
                fields.need("name").text(),
                fields.need("weight").number(),
                fields.find("hint", JsonPlace::text, null));
        fields.end();
        return variation;
    }
}
