package dev.rapport.learning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;

/** A {@link Verdict} as JSON; numbers that were not had are left out. */
public final class VerdictJson {
    private VerdictJson() {}

    /** The tree of a verdict. */
    public static ObjectNode write(Verdict verdict) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("answer", JsonPlace.word(verdict.answer()))
                .put("labels", verdict.labels())
                .put("visitors", verdict.visitors())
                .put("struggling", verdict.struggling());
        put(node, "incumbentLoss", verdict.incumbentLoss());
        put(node, "candidateLoss", verdict.candidateLoss());
        put(node, "relation", verdict.relation());
        put(node, "chance", verdict.chance());
        return node;
    }

    private static void put(ObjectNode node, String name, double number) {
        if (!Double.isNaN(number)) {
            node.put(name, number);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Verdict read(JsonPlace place) {
        JsonFields fields = place.fields();
        Verdict verdict = new Verdict(
                fields.need("answer").word(Verdict.Answer.class),
                fields.need("labels").small(),
                fields.need("visitors").small(),
                fields.need("struggling").small(),
                fields.find("incumbentLoss", JsonPlace::number, Double.NaN),
                fields.find("candidateLoss", JsonPlace::number, Double.NaN),
                fields.find("relation", JsonPlace::number, Double.NaN),
                fields.find("chance", JsonPlace::number, Double.NaN));
        fields.end();
        return verdict;
    }
}
