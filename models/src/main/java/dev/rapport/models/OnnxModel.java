package dev.rapport.models;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rapport.feature.Feature;
import dev.rapport.json.InvalidJsonException;
import dev.rapport.learning.Reference;
import dev.rapport.scoring.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.StampedLock;

/**
 * A {@link Model} that ONNX Runtime executes on one CPU thread. Graph contract: input {@code features} float {@code [N, F]},
 * outputs {@code probability} float {@code [N]} and {@code contributions} float {@code [N, F]}, F = {@link Feature#COUNT};
 * metadata {@link #SCHEMA} equals {@link Feature#schemaHash()}. Thread-safe: every concurrent caller works in a
 * {@link Lane} of its own, buffers and tensors are kept and used again.
 */
public final class OnnxModel implements Model, AutoCloseable {
    /** Metadata key of the feature-schema hash the model was trained for. */
    public static final String SCHEMA = "rapport.feature-schema";
    /** Metadata key of the {@link Reference} for watching drift. */
    public static final String REFERENCE = "rapport.reference";
    /** Class-path name of the model that comes with this build. */
    public static final String BUNDLED = "/dev/rapport/models/friction.onnx";

    private static final int LANES =
            Math.max(8, Integer.highestOneBit(4 * Runtime.getRuntime().availableProcessors()));

    /** Most vectors in one call of the runtime; a power of two. */
    private static final int MOST_ROWS = 256;
    /** Lanes come with 1, 2, 4 … {@link #MOST_ROWS} rows. */
    private static final int SIZES = Integer.numberOfTrailingZeros(MOST_ROWS) + 1;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Map<String, String> provenance;
    private final AtomicReferenceArray<Lane> idle = new AtomicReferenceArray<>(LANES * SIZES);
    private final StampedLock life = new StampedLock();
    private boolean closed;

    private OnnxModel(OrtSession session, String origin) throws OrtException {
        this.session = session;
        this.provenance = Map.copyOf(session.getMetadata().getCustomMetadata());
        GraphCheck.check(session, provenance, origin);
    }

    /**
     * The model this build was released with.
     *
     * @throws ModelMismatchException when it was trained for other features than this build has, or is missing
     */
    public static OnnxModel bundled() {
        try (InputStream file = OnnxModel.class.getResourceAsStream(BUNDLED)) {
            if (file == null) {
                throw new ModelMismatchException(
                        "This build carries no friction model; make one with 'rapport train friction'.");
            }
            return load(file.readAllBytes(), "the bundled model");
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled friction model cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * The model in {@code file}.
     *
     * @throws IOException when the file is missing, unreadable or no ONNX model; the message says which
     * @throws ModelMismatchException when it is a model, but not one for this build
     */
    public static OnnxModel open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no model file at " + file
                    + "; check the path, or make one with 'rapport train" + " friction --out DIR'.");
        }
        return load(Files.readAllBytes(file), file.toString());
    }

    /** The model in {@code bytes}; {@code origin} names it in messages. Errors as in {@link #open}. */
    public static OnnxModel load(byte[] bytes, String origin) throws IOException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession session;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(bytes, options);
        } catch (OrtException e) {
            throw new IOException(origin + " is not an ONNX model that this build can read: " + e.getMessage(), e);
        }
        try {
            return new OnnxModel(session, origin);
        } catch (OrtException | RuntimeException e) {
            closeQuietly(session);
            if (e instanceof RuntimeException mismatch) {
                throw mismatch;
            }
            throw new IOException(origin + " cannot be inspected: " + e.getMessage(), e);
        }
    }

    /** What the file says of its own making: schema, data hash, seed, commit and so on; keys begin with {@code rapport.}. */
    public Map<String, String> provenance() {
        return provenance;
    }

    /** A property of the model file, or {@code fallback} when it has none. */
    public String provenance(String key, String fallback) {
        return provenance.getOrDefault(key, fallback);
    }

    /** How it scored the calm seconds it was trained with; empty for a file that does not say, or not readably. */
    public Optional<Reference> reference() {
        try {
            return Optional.ofNullable(provenance.get(REFERENCE)).map(Reference::read);
        } catch (InvalidJsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Prediction predict(float[] features) {
        return predict(List.of(features)).getFirst();
    }

    @Override
    public List<Prediction> predict(List<float[]> vectors) {
        List<Prediction> predictions = new ArrayList<>(vectors.size());
        predict(
                vectors,
                (i, probability, contributions, from) -> predictions.add(
                        new Prediction(probability, Arrays.copyOfRange(contributions, from, from + Feature.COUNT))));
        return predictions;
    }

    /** In one call of the runtime for each {@link #MOST_ROWS} vectors; the lane's rows behind the last vector hold older numbers that nobody reads. */
    @Override
    public void predict(List<float[]> vectors, Reader reader) {
        for (float[] features : vectors) {
            if (features.length != Feature.COUNT) {
                throw new IllegalArgumentException(
                        "a feature vector has " + Feature.COUNT + " numbers, got " + features.length);
            }
        }
        for (int first = 0; first < vectors.size(); first += MOST_ROWS) {
            predictTogether(vectors.subList(first, Math.min(vectors.size(), first + MOST_ROWS)), first, reader);
        }
    }

    private void predictTogether(List<float[]> vectors, int first, Reader reader) {
        int n = vectors.size();
        run(Integer.highestOneBit(2 * n - 1), lane -> {
            lane.run(session, vectors);
            for (int i = 0; i < n; i++) {
                reader.read(first + i, lane.probability(i), lane.contributions(), i * Feature.COUNT);
            }
        });
    }

    /** Runs {@code work} in an idle lane of exactly {@code rows}, a power of two. */
    private void run(int rows, Lane.Work work) {
        long stamp = life.readLock();
        try {
            if (closed) {
                throw new IllegalStateException("the model is closed");
            }
            int home = (int) (Thread.currentThread().threadId() & (LANES - 1));
            int place = LANES * Integer.numberOfTrailingZeros(rows) + home;
            Lane lane = idle.getAndSet(place, null);
            if (lane == null) {
                lane = new Lane(environment, rows);
            }
            try {
                work.in(lane);
            } finally {
                if (!idle.compareAndSet(place, null, lane)) {
                    lane.close();
                }
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        } finally {
            life.unlockRead(stamp);
        }
    }

    /** Frees the native memory, after running predictions have ended; later predictions are an {@link IllegalStateException}. */
    @Override
    public void close() {
        long stamp = life.writeLock();
        try {
            if (!closed) {
                closed = true;
                for (int i = 0; i < idle.length(); i++) {
                    Lane lane = idle.getAndSet(i, null);
                    if (lane != null) {
                        lane.close();
                    }
                }
                closeQuietly(session);
            }
        } finally {
            life.unlockWrite(stamp);
        }
    }

    private static void closeQuietly(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not free a model: " + e.getMessage(), e);
        }
    }
}
