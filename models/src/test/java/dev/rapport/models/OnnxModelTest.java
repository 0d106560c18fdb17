package dev.rapport.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.feature.Feature;
import dev.rapport.models.onnx.Additive;
import dev.rapport.models.onnx.Network;
import dev.rapport.models.onnx.Networks;
import dev.rapport.models.onnx.OnnxExport;
import dev.rapport.scoring.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OnnxModelTest {
    private static final Map<String, String> FITTING = Map.of(OnnxModel.SCHEMA, Feature.schemaHash());
    private final Network additive = Networks.additive(Feature.COUNT, 1);

    private static OnnxModel model(Network network) throws IOException {
        return OnnxModel.load(OnnxExport.toBytes(network, FITTING), "the test model");
    }

    private static String refusal(Class<? extends Throwable> type, Executable load) {
        return String.valueOf(assertThrows(type, load).getMessage());
    }

    private static void agrees(Network network) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        try (OnnxModel model = model(network)) {
            for (int i = 0; i < 200; i++) {
                float[] x = Networks.vector(Feature.COUNT, random);
                Model.Prediction prediction = model.predict(x);
                assertEquals(network.probability(x), prediction.probability(), 1e-5);
                double[] parts = network.contributions(x);
                for (int j = 0; j < parts.length; j++) {
                    assertEquals(parts[j], prediction.contributions()[j], 1e-5);
                }
            }
        }
    }

    @Test
    void agreesWithTheTrainerWhenAdditive() throws IOException {
        agrees(additive);
    }

    @Test
    void agreesWithTheTrainerWhenPerceptron() throws IOException {
        agrees(Networks.perceptron(Feature.COUNT, 12, 2));
        agrees(Networks.forest(Feature.COUNT, 30, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 255, 256, 257, 600})
    void givesTheSameForManyVectorsAsForEach(int count) throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            vectors.add(Networks.vector(Feature.COUNT, random));
        }
        try (OnnxModel model = model(additive)) {
            List<Model.Prediction> together = model.predict(vectors);
            assertEquals(count, together.size());
            for (int i = 0; i < count; i++) {
                Model.Prediction alone = model.predict(vectors.get(i));
                assertEquals(alone.probability(), together.get(i).probability(), 1e-6);
                assertArrayEquals(alone.contributions(), together.get(i).contributions(), 1e-5f);
            }
        }
    }

    @Test
    void answersEachCallerItsOwnWhenManyCallAtOnce() throws Exception {
        try (OnnxModel model = model(additive);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                SplittableRandom random = new SplittableRandom(t);
                Callable<Boolean> caller = () -> {
                    for (int i = 0; i < 500; i++) {
                        float[] x = Networks.vector(Feature.COUNT, random);
                        if (Math.abs(additive.probability(x) - model.predict(x).probability()) > 1e-5) {
                            return false;
                        }
                    }
                    return true;
                };
                answers.add(threads.submit(caller));
            }
            for (Future<Boolean> answer : answers) {
                assertTrue(answer.get());
            }
        }
    }

    @Test
    void refusesWhenTheSchemaIsAnother() {
        byte[] foreign = OnnxExport.toBytes(additive, Map.of(OnnxModel.SCHEMA, "0123"));
        String message = refusal(ModelMismatchException.class, () -> OnnxModel.load(foreign, "old.onnx"));
        assertTrue(message.contains("old.onnx was trained for feature schema 0123"), message);
        assertTrue(message.contains("train it again"), message);
    }

    @Test
    void refusesWhenNoSchemaIsNamed() {
        byte[] nameless = OnnxExport.toBytes(additive, Map.of());
        assertThrows(ModelMismatchException.class, () -> OnnxModel.load(nameless, "x.onnx"));
    }

    @Test
    void refusesWhenTheShapeIsAnother() {
        byte[] narrow = OnnxExport.toBytes(Networks.additive(3, 1), FITTING);
        String message = refusal(ModelMismatchException.class, () -> OnnxModel.load(narrow, "narrow.onnx"));
        assertTrue(message.contains("'features'"), message);
    }

    @Test
    void saysWhichFileWhenItIsMissing(@TempDir Path folder) {
        Path file = folder.resolve("none.onnx");
        String message = refusal(IOException.class, () -> OnnxModel.open(file));
        assertTrue(message.startsWith("There is no model file at " + file), message);
    }

    @Test
    void saysWhichFileWhenItIsNoModel(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("noise.onnx"), "not a model");
        String message = refusal(IOException.class, () -> OnnxModel.open(file));
        assertTrue(message.contains("noise.onnx is not an ONNX model"), message);
    }

    @Test
    void refusesToPredictWhenClosed() throws IOException {
        OnnxModel model = model(additive);
        model.close();
        model.close();
        assertThrows(IllegalStateException.class, () -> model.predict(new float[Feature.COUNT]));
    }

    @Test
    void refusesVectorsOfAnotherLength() throws IOException {
        try (OnnxModel model = model(additive)) {
            assertThrows(IllegalArgumentException.class, () -> model.predict(new float[2]));
        }
    }

    @Test
    void writesTheSameBytesWhenTheSameIsExportedTwice() {
        assertArrayEquals(
                OnnxExport.toBytes(additive, Map.of("a", "1", "b", "2")),
                OnnxExport.toBytes(Networks.additive(Feature.COUNT, 1), Map.of("b", "2", "a", "1")));
    }

    @Test
    void keepsProbabilitiesWhenCalibratedInTheGraph() throws IOException {
        Additive calibrated = (Additive) additive.calibrated(1.7, -0.4);
        float[] x = Networks.vector(Feature.COUNT, new SplittableRandom(9));
        double expected = Network.sigmoid(1.7 * additive.logOdds(x) - 0.4);
        try (OnnxModel model = model(calibrated)) {
            assertEquals(expected, model.predict(x).probability(), 1e-5);
        }
    }
}
