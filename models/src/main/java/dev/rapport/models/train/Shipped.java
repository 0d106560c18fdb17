package dev.rapport.models.train;

import dev.rapport.feature.Feature;
import dev.rapport.learning.Reference;
import dev.rapport.models.OnnxModel;
import dev.rapport.models.onnx.OnnxExport;
import dev.rapport.models.recording.Recordings;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trained model as it is shipped: the ONNX bytes and what they carry about their making. Holds no time and no machine's
 * name, so the same recordings and the same code give the same bytes.
 *
 * @param fitted what was chosen and learned
 * @param provenance the file's metadata
 * @param bytes the ONNX file
 */
public record Shipped(Fitting.Fitted fitted, SortedMap<String, String> provenance, byte[] bytes) {
    /** Metadata key of the recordings' SHA-256. */
    public static final String DATA = "rapport.data";
    /** Metadata key of the probability from which on an alarm is worth it. */
    public static final String THRESHOLD = "rapport.threshold";

    /** Trains the shipped model from recordings. */
    public static Shipped from(Recordings recordings, List<Replayed> visits, String commit) {
        Fitting.Fitted fitted = Fitting.shipped(visits);
        SortedMap<String, String> provenance = new TreeMap<>();
        provenance.put(OnnxModel.SCHEMA, Feature.schemaHash());
        provenance.put(DATA, recordings.sha256());
        provenance.put("rapport.data-seed", String.valueOf(recordings.header().seed()));
        provenance.put("rapport.widget", recordings.header().widget());
        provenance.put("rapport.commit", commit);
        provenance.put("rapport.kind", "logistic, weights >= 0, L2 " + fitted.strength() + ", Platt");
        provenance.put(THRESHOLD, String.format(Locale.ROOT, "%.2f", fitted.threshold()));
        provenance.put("rapport.visits", String.valueOf(visits.size()));
        provenance.put(
                OnnxModel.REFERENCE,
                Reference.of(CalmSeconds.of(visits, fitted.network())).text());
        return new Shipped(fitted, provenance, OnnxExport.toBytes(fitted.network(), provenance));
    }
}
