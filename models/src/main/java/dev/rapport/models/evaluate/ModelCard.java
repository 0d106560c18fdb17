package dev.rapport.models.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rapport.feature.Feature;
import dev.rapport.models.OnnxModel;
import dev.rapport.models.onnx.Additive;
import dev.rapport.models.onnx.Network;
import dev.rapport.models.recording.Recordings;
import dev.rapport.models.train.Parity;
import dev.rapport.models.train.Shipped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Writes the model card of a shipped model from what was measured; nothing in it is typed by hand but the limits. */
public final class ModelCard {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Shipped shipped;
    private final Recordings recordings;
    private final List<Judged> judged;
    private final Parity parity;

    /** A card. */
    public ModelCard(Shipped shipped, Recordings recordings, List<Judged> judged, Parity parity) {
        this.shipped = shipped;
        this.recordings = recordings;
        this.judged = judged;
        this.parity = parity;
    }

    /** As Markdown. */
    public String markdown() {
        StringBuilder text =
                new StringBuilder("# Model card: friction\n\nMade by `rapport train friction`; do not edit.\n\n");
        text.append(
                "Says how likely it is that a visitor struggles with the page now, from the last 30 seconds of counted"
                        + " signals and the visitor's own usual. It does not say what anyone feels, and with too little evidence it"
                        + " says nothing.\n\n## Making\n\n");
        Table making = new Table("what", "value");
        shipped.provenance().forEach((key, value) -> {
            if (!key.equals(OnnxModel.REFERENCE)) { // long, and for the drift monitor only
                making.row("`" + key + "`", value);
            }
        });
        making.row("vectors compared with ONNX Runtime", parity.vectors());
        making.row(
                "largest difference",
                String.format(Locale.ROOT, "%.1e", Math.max(parity.probability(), parity.contribution())));
        text.append(making.markdown())
                .append("\n## Weights\n\nLog-odds at full strength of the feature; none can lower a score.\n\n");
        text.append(weights());
        text.append("\n## How right\n\nOn page kinds and personas that the scoring model had not seen. ")
                .append("The whole table stands in `models/EVALUATION.md`.\n\n");
        Figures all = Figures.of(judged);
        text.append(new Table(
                        "visits",
                        "struggles",
                        "precision",
                        "recall",
                        "F1",
                        "false alarms/calm h",
                        "median delay, s",
                        "ECE")
                .row(
                        all.visits(),
                        all.tally().struggles(),
                        all.tally().precision(),
                        all.tally().recall(),
                        all.tally().f1(),
                        all.tally().falsePerHour(),
                        all.tally().delay(0.5),
                        all.held().calibrationError())
                .markdown());
        text.append("\n## Limits\n\n")
                .append(
                        "- The visitors are scripts with human-like hands and tempers, not people; how often real people act like"
                                + " them is not known.\n")
                .append(
                        "- Probabilities are calibrated to the share of struggling seconds in these recordings, which is far"
                                + " higher than on a real site. Until a site has self-reports of its own, read them as an order.\n")
                .append(
                        "- Keyboard, switch and screen-reader visitors send fewer signals by design, so their struggles are"
                                + " found less often; see the table by persona.\n")
                .append("- Not for decisions about a person: no prices, no eligibility, no ranking of people.\n");
        return text.toString();
    }

    private String weights() {
        Network network = shipped.fitted().network();
        if (!(network instanceof Additive additive)) {
            return "not additive\n";
        }
        Table table = new Table("feature", "meaning", "weight");
        IntStream.range(0, Feature.COUNT)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -additive.weights()[i]))
                .forEach(i ->
                        table.row(Feature.values()[i], Feature.values()[i].plain(), (double) additive.weights()[i]));
        return table.row("(bias)", "nothing unusual", (double) additive.bias()).markdown();
    }

    /** As JSON. */
    public String json() {
        Figures all = Figures.of(judged);
        ObjectNode node = JSON.createObjectNode();
        ObjectNode provenance = node.putObject("provenance");
        shipped.provenance().forEach(provenance::put);
        node.put("visits", all.visits())
                .put("struggles", all.tally().struggles())
                .put("precision", all.tally().precision())
                .put("recall", all.tally().recall())
                .put("f1", all.tally().f1())
                .put("falseAlarmsPerCalmHour", all.tally().falsePerHour())
                .put("medianDelaySeconds", all.tally().delay(0.5))
                .put("ece", all.held().calibrationError())
                .put("auc", all.held().auc())
                .put("recordedWith", recordings.header().browser());
        return node.toPrettyString() + "\n";
    }

    /** The parity file. */
    public String parityJson() {
        return JSON.createObjectNode()
                        .put("vectors", parity.vectors())
                        .put("largestProbabilityDifference", parity.probability())
                        .put("largestContributionDifference", parity.contribution())
                        .put("limit", Parity.LIMIT)
                        .toPrettyString()
                + "\n";
    }
}
