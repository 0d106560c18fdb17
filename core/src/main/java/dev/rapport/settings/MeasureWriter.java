package dev.rapport.settings;

import static dev.rapport.json.JsonPlace.word;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.experiment.Decision;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.Namespace;

/** Writes what an experiment measures, whom it keeps to and what was decided about it; what is empty is left out. */
final class MeasureWriter {
    private MeasureWriter() {}

    static void write(Experiment experiment, ObjectNode node) {
        if (!experiment.metrics().isEmpty()) {
            ArrayNode metrics = node.putArray("metrics");
            experiment.metrics().forEach(metric -> metric(metric, metrics.addObject()));
        }
        Namespace part = experiment.namespace();
        if (part != null) {
            node.putObject("namespace")
                    .put("name", part.name())
                    .put("start", part.start())
                    .put("end", part.end());
        }
        if (!experiment.decisions().isEmpty()) {
            ArrayNode decisions = node.putArray("decisions");
            for (Decision decision : experiment.decisions()) {
                decisions
                        .addObject()
                        .put("at", decision.at().toString())
                        .put("by", decision.by())
                        .put("step", word(decision.step()))
                        .put("note", decision.note());
            }
        }
    }

    private static void metric(Metric metric, ObjectNode node) {
        node.put("id", metric.id())
                .put("name", metric.name())
                .put("kind", word(metric.kind()))
                .put("role", word(metric.role()))
                .put("event", metric.event())
                .put("per", metric.per())
                .put("cap", metric.cap())
                .put("windowHours", metric.windowHours())
                .put("level", metric.level())
                .put("lowerIsBetter", metric.lowerIsBetter());
    }
}
