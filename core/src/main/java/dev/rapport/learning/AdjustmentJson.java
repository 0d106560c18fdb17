package dev.rapport.learning;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.evidence.Sense;
import dev.rapport.json.InvalidJsonException;
import dev.rapport.json.JsonFields;
import dev.rapport.json.JsonPlace;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An {@link Adjustment} as JSON: {@code {version, calibration: {type, …}, weights: {sense: number}}}; numbers to the last bit. */
public final class AdjustmentJson {
    private AdjustmentJson() {}

    /** The tree of an adjustment. */
    public static ObjectNode write(Adjustment adjustment) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("version", adjustment.version());
        ObjectNode calibration = node.putObject("calibration");
        switch (adjustment.calibration()) {
            case Calibration.Unchanged unchanged -> calibration.put("type", "unchanged");
            case Platt platt ->
                calibration.put("type", "platt").put("slope", platt.slope()).put("shift", platt.shift());
            case Calibration.Isotonic steps -> {
                calibration.put("type", "isotonic");
                numbers(calibration.putArray("said"), steps.said());
                numbers(calibration.putArray("shares"), steps.shares());
            }
        }
        ObjectNode weights = node.putObject("weights");
        for (Sense sense : Sense.values()) {
            if (adjustment.weights().containsKey(sense)) {
                weights.put(word(sense), adjustment.weight(sense));
            }
        }
        return node;
    }

    /** Reads what {@link #write} wrote; {@link InvalidJsonException} says where anything else is wrong. */
    public static Adjustment read(JsonPlace place) {
        JsonFields fields = place.fields();
        int version = fields.need("version").small();
        JsonPlace calibration = fields.need("calibration");
        JsonPlace weights = fields.need("weights");
        fields.end();
        try {
            return new Adjustment(version, calibration(calibration), weights(weights));
        } catch (IllegalArgumentException e) {
            throw place.problem(String.valueOf(e.getMessage()));
        }
    }

    private static Calibration calibration(JsonPlace place) {
        JsonFields fields = place.fields();
        String type = fields.need("type").text();
        Calibration calibration = switch (type) {
            case "unchanged" -> new Calibration.Unchanged();
            case "platt" ->
                new Platt(fields.need("slope").number(), fields.need("shift").number());
            case "isotonic" ->
                new Calibration.Isotonic(
                        fields.need("said").list(JsonPlace::number),
                        fields.need("shares").list(JsonPlace::number));
            default -> throw place.problem("unknown calibration " + type);
        };
        fields.end();
        return calibration;
    }

    private static Map<Sense, Double> weights(JsonPlace place) {
        Map<Sense, Double> weights = new EnumMap<>(Sense.class);
        JsonFields fields = place.fields();
        for (Sense sense : Sense.values()) {
            Double weight = fields.find(word(sense), JsonPlace::number, null);
            if (weight != null) {
                weights.put(sense, weight);
            }
        }
        fields.end();
        return weights;
    }

    private static void numbers(ArrayNode into, List<Double> numbers) {
        numbers.forEach(into::add);
    }

    private static String word(Sense sense) {
        return sense.name().toLowerCase(Locale.ROOT);
    }
}
