package dev.rapport.models.text;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Scores texts with ONNX Runtime on one CPU thread. The table names the rows of a text's pieces, the graph adds them up. Thread-safe;
 * keeps nothing of a text.
 */
public final class TextModel implements AutoCloseable {
    /** Words below which a text is too short to say. */
    public static final int FEWEST_WORDS = 2;

    static final String TABLE_HASH = "rapport.text-table";
    static final String THRESHOLD = "rapport.threshold";

    private static final double HALF_CERTAIN = 30;
    private static final String FOLDER = "/dev/rapport/models/text/";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final TextTable table;
    private final OrtSession session;
    private final Map<String, String> provenance;

    private TextModel(TextTable table, OrtSession session) throws OrtException {
        this.table = table;
        this.session = session;
        this.provenance = Map.copyOf(session.getMetadata().getCustomMetadata());
    }

    /** The model this build was released with. */
    public static TextModel bundled() {
        return of(resource("text-table.bin"), resource("text.onnx"));
    }

    private static byte[] resource(String name) {
        try (InputStream file = TextModel.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new TextDataException("this build carries no " + name + "; make one with 'rapport train text'");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled " + name + " cannot be read", e);
        }
    }

    /**
     * A model of its two files.
     *
     * @throws TextDataException when one is broken or they do not belong together
     */
    public static TextModel of(byte[] tableFile, byte[] graphFile) {
        TextTable table = TextTable.of(tableFile);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            TextModel model =
                    new TextModel(table, OrtEnvironment.getEnvironment().createSession(graphFile, options));
            if (!hash(tableFile).equals(model.provenance.get(TABLE_HASH))) {
                model.close();
                throw new TextDataException("the text model was made for another table; train both anew");
            }
            return model;
        } catch (OrtException e) {
            throw new TextDataException("the text model is no ONNX model that this build can read", e);
        }
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the file says of its own making. */
    public Map<String, String> provenance() {
        return provenance;
    }

    /** Probability from which a text counts as frustration-like, 0 to 1. */
    public double threshold() {
        return Double.parseDouble(provenance.getOrDefault(THRESHOLD, "0.5"));
    }

    /** What the text sounds like; only its first {@link TextPieces#LONGEST} characters are looked at. */
    public TextScore score(String text) {
        TextPieces pieces = TextPieces.of(text);
        int[] buckets = pieces.buckets();
        long[] rows = table.rowsOf(buckets);
        if (pieces.words() < FEWEST_WORDS || rows.length == 0) {
            return new TextScore.Unknown();
        }
        float[] said = run(rows, buckets.length);
        Map<TextLabel, Double> probabilities = new EnumMap<>(TextLabel.class);
        for (TextLabel label : TextLabel.values()) {
            probabilities.put(label, Math.clamp((double) said[label.ordinal()], 0.0, 1.0));
        }
        return new TextScore.Known(probabilities, rows.length / (rows.length + HALF_CERTAIN));
    }

    /** Probability of frustration; that of a text without any known piece where it is unknown. */
    double frustration(String text) {
        int[] buckets = TextPieces.of(text).buckets();
        long[] rows = table.rowsOf(buckets);
        return rows.length == 0
                ? 1 / (1 + Math.exp(-table.bias()[0]))
                : run(rows, buckets.length)[TextLabel.FRUSTRATION.ordinal()];
    }

    private float[] run(long[] rows, int buckets) {
        float[] share = {(float) (1 / Math.sqrt(buckets))};
        try (OnnxTensor rowTensor = OnnxTensor.createTensor(environment, rows);
                OnnxTensor shareTensor = OnnxTensor.createTensor(environment, share);
                OrtSession.Result result = session.run(Map.of("rows", rowTensor, "share", shareTensor))) {
            Optional<? extends ai.onnxruntime.OnnxValue> probability = result.get("probability");
            return ((float[]) probability.orElseThrow().getValue()).clone();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + Arrays.toString(rows), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not free the text model", e);
        }
    }
}
