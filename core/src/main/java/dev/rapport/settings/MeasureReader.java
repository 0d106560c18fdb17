package dev.rapport.settings;

import dev.rapport.experiment.Decision;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.Namespace;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;

/** Reads what an experiment measures, whom it keeps to and what was decided about it. */
final class MeasureReader {
    private MeasureReader() {}

    static Metric metric(JsonPlace place) {
        JsonFields fields = place.fields();
        Metric metric = new Metric(
                fields.need("id").text(),
                fields.need("name").text(),
                fields.need("kind").word(Metric.Kind.class),
                fields.need("role").word(Metric.Role.class),
                fields.need("event").text(),
                fields.find("per", JsonPlace::text, ""),
                fields.find("cap", JsonPlace::number, 0.0),
                fields.find("windowHours", JsonPlace::small, 0),
                fields.find("level", JsonPlace::number, 0.0),
                fields.find("lowerIsBetter", JsonPlace::flag, false));
        fields.end();
        return metric;
    }

    static Namespace namespace(JsonPlace place) {
        JsonFields fields = place.fields();
        Namespace namespace = new Namespace(
                fields.need("name").text(),
                fields.need("start").number(),
                fields.need("end").number());
        fields.end();
        return namespace;
    }

    static Decision decision(JsonPlace place) {
        JsonFields fields = place.fields();
        Decision decision = new Decision(
                fields.need("at").instant(),
                fields.need("by").text(),
                fields.need("step").word(Decision.Step.class),
                fields.need("note").text());
        fields.end();
        return decision;
    }
}
