package dev.rapport.server.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.management.ThreadMXBean;
import dev.rapport.feature.Feature;
import dev.rapport.models.OnnxModel;
import dev.rapport.scoring.Scorer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The command {@code bench score}: what a score costs beside the bare runtime. */
public final class ScoreBench {
    private static final int[] BATCHES = {1, 8, 32, 128};
    private static final int ROUNDS = 5;
    private static final String HELP = """
            Usage: ./rapport bench score [--seconds N]
            One thread scores batches of visits as an event loop does (vectors in, probability, certainty and reasons out), beside a bare
            loop of OrtSession.run over the same model, batch and vectors with tensors that are used again. Rounds alternate.
            Bytes allocated are those of the scoring thread, counted by the JVM.

              --seconds N   how long all rounds take together, 4 to 600 (default 24)
            """;

    private ScoreBench() {}

    /** Runs the command. Exit codes: 0 done, 2 wrong usage. */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        int seconds = Seconds.of(args, 24, 4, 600);
        if (seconds < 0) {
            err.println("rapport: bench score takes --seconds N, a whole number from 4 to 600");
            return 2;
        }
        double each = seconds / (double) (BATCHES.length * (ROUNDS + 1) * 2);
        try (OnnxModel model = OnnxModel.bundled()) {
            Scorer scorer = new Scorer(model);
            for (int batch : BATCHES) {
                measure(scorer, batch, each, out);
            }
        } catch (OrtException e) {
            err.println("rapport: ONNX Runtime failed: " + e.getMessage());
            return 1;
        }
        return 0;
    }

    private static void measure(Scorer scorer, int batch, double seconds, PrintStream out) throws OrtException {
        List<Scorer.Question> questions = LivedVisits.questions(batch);
        Runnable product = batch == 1 ? () -> scorer.score(questions.getFirst()) : () -> scorer.score(questions);
        try (Bare bare = new Bare(questions)) {
            double[] floors = new double[ROUNDS];
            double[] products = new double[ROUNDS];
            rate(bare, batch, seconds);
            rate(product, batch, seconds);
            for (int round = 0; round < ROUNDS; round++) {
                floors[round] = rate(bare, batch, seconds);
                products[round] = rate(product, batch, seconds);
            }
            double floor = Median.of(floors);
            double ours = Median.of(products);
            out.println(String.format(
                    Locale.ROOT,
                    "batch %3d   floor %,11.0f vectors/s   product %,11.0f scores/s   ratio %.2f   %,d bytes allocated a score",
                    batch,
                    floor,
                    ours,
                    ours / floor,
                    allocated(product, batch)));
        }
    }

    private static double rate(Runnable work, int batch, double seconds) {
        long from = System.nanoTime();
        long end = from + (long) (seconds * 1e9);
        long done = 0;
        long now;
        do {
            for (int i = 0; i < 20; i++) {
                work.run();
            }
            done += 20L * batch;
            now = System.nanoTime();
        } while (now < end);
        return done / ((now - from) / 1e9);
    }

    private static long allocated(Runnable work, int batch) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int calls = 1_000;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < calls; i++) {
            work.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / ((long) calls * batch);
    }

    /** The runtime alone. */
    private static final class Bare implements Runnable, AutoCloseable {
        private final OrtSession session;
        private final Map<String, OnnxTensor> inputs;
        private final Map<String, OnnxTensor> outputs;

        Bare(List<Scorer.Question> questions) throws OrtException {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                    InputStream file = Objects.requireNonNull(OnnxModel.class.getResourceAsStream(OnnxModel.BUNDLED))) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                session = environment.createSession(file.readAllBytes(), options);
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled model cannot be read", e);
            }
            int rows = questions.size();
            FloatBuffer vectors = floats(rows * Feature.COUNT);
            questions.forEach(question -> vectors.put(question.features()));
            inputs = Map.of(
                    "features",
                    OnnxTensor.createTensor(environment, vectors.rewind(), new long[] {rows, Feature.COUNT}));
            outputs = Map.of(
                    "probability", OnnxTensor.createTensor(environment, floats(rows), new long[] {rows}),
                    "contributions",
                            OnnxTensor.createTensor(
                                    environment, floats(rows * Feature.COUNT), new long[] {rows, Feature.COUNT}));
        }

        private static FloatBuffer floats(int count) {
            return ByteBuffer.allocateDirect(count * Float.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        @Override
        public void run() {
            try {
                session.run(inputs, outputs).close();
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws OrtException {
            inputs.values().forEach(OnnxTensor::close);
            outputs.values().forEach(OnnxTensor::close);
            session.close();
        }
    }
}
