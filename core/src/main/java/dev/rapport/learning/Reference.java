package dev.rapport.learning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a model gave which score and reason on the seconds it was trained with in which nobody struggled; travels in the model
 * file's metadata. Struggling seconds are left out: the corpus has far more of them than a site.
 *
 * @param scores share of seconds by bin of {@link ScoreCounts}
 * @param reasons share of seconds by cause
 */
public record Reference(List<Double> scores, Map<String, Double> reasons) {
    public Reference {
        scores = List.copyOf(scores);
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
        if (scores.size() != ScoreCounts.BINS) {
            throw new IllegalArgumentException("a reference has " + ScoreCounts.BINS + " bins, got " + scores.size());
        }
    }

    /** The shares of counted seconds, at least one. */
    public static Reference of(ScoreCounts counts) {
        double all = counts.scored();
        Map<String, Double> reasons = new TreeMap<>();
        counts.reasons().forEach((cause, seconds) -> reasons.put(cause, seconds / all));
        return new Reference(
                counts.bins().stream().map(seconds -> seconds / all).toList(), reasons);
    }

    /** One line of JSON, shares in hundred-thousandths; equal references give equal text. */
    public String text() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode bins = node.putArray("scores");
        scores.forEach(share -> bins.add(Math.round(share * 1e5)));
        ObjectNode causes = node.putObject("reasons");
        reasons.forEach((cause, share) -> causes.put(cause, Math.round(share * 1e5)));
        return node.toString();
    }

    /** Reads what {@link #text} gave. */
    public static Reference read(String text) {
        JsonFields fields = JsonPlace.parse(text).fields();
        List<Double> scores = fields.need("scores").list(share -> share.number() / 1e5);
        Map<String, Double> reasons = fields.need("reasons").fields().map(share -> share.number() / 1e5);
        fields.end();
        return new Reference(scores, reasons);
    }
}
