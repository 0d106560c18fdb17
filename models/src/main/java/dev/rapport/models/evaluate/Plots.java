package dev.rapport.models.evaluate;

import dev.rapport.models.train.Held;
import dev.rapport.models.train.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The pictures of an evaluation. */
public final class Plots {
    private Plots() {}

    /** Writes {@code calibration.svg}, {@code thresholds.svg} and {@code defects.svg}. */
    public static void write(List<Judged> judged, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("calibration.svg"),
                calibration(Figures.of(judged).held()));
        Files.writeString(folder.resolve("thresholds.svg"), thresholds(judged));
        Files.writeString(folder.resolve("defects.svg"), defects(judged));
    }

    private static String calibration(Held held) {
        List<double[]> points = new ArrayList<>();
        for (Calibration.Bin bin : Calibration.bins(held)) {
            points.add(new double[] {bin.said(), bin.truth()});
        }
        return new Plot("Calibration: share of struggling seconds over the probability said")
                .axes("probability said", "share true")
                .line(0, "model", points)
                .line(1, "perfect", List.of(new double[] {0, 0}, new double[] {1, 1}))
                .svg();
    }

    private static String thresholds(List<Judged> judged) {
        List<double[]> precision = new ArrayList<>();
        List<double[]> recall = new ArrayList<>();
        List<double[]> f1 = new ArrayList<>();
        for (int step = 4; step <= 98; step += 2) {
            double threshold = step / 100.0;
            Tally tally = Tally.of(judged.stream().map(Judged::scored).toList(), threshold);
            precision.add(new double[] {threshold, tally.precision()});
            recall.add(new double[] {threshold, tally.recall()});
            f1.add(new double[] {threshold, tally.f1()});
        }
        return new Plot("Precision, recall and F1 over the threshold, on strange page kinds and personas")
                .axes("threshold", "share")
                .line(0, "precision", precision)
                .line(1, "recall", recall)
                .line(2, "F1", f1)
                .svg();
    }

    private static String defects(List<Judged> judged) {
        TreeSet<String> types = new TreeSet<>();
        judged.forEach(j -> j.visit().visit().truths().forEach(truth -> types.add(truth.type())));
        Plot plot = new Plot("Struggles found by kind of defect");
        int number = 0;
        for (String type : types) {
            Found found = Found.ofOurs(judged, type);
            plot.bar(number++, type, (double) found.delays().size() / found.struggles(), found.text());
        }
        return plot.svg();
    }
}
