package dev.rapport.models.evaluate;

import dev.rapport.evidence.Fusion;
import dev.rapport.feature.Feature;
import dev.rapport.feature.Window;
import dev.rapport.frame.Channel;
import dev.rapport.frame.Frame;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;
import dev.rapport.models.onnx.Network;
import dev.rapport.scoring.Score;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What senses do to scores, on random readings: each number of each sense is drawn anew, from none to far beyond anything
 * human.
 */
final class SenseTests {
    private static final int READINGS = 2000;
    private static final int SECONDS = 12;
    private static final int FAR = 600;

    private final Network network;
    private final double threshold;

    SenseTests(Network network, double threshold) {
        this.network = network;
        this.threshold = threshold;
    }

    /**
     * What was counted.
     *
     * @param lowered readings that lowered a probability
     * @param smiled readings in which a smile moved a score
     * @param crossed readings that lifted a page without any trouble to the threshold
     * @param highest probability reached on a page without any trouble
     */
    record Counted(int lowered, int smiled, int crossed, double highest) {
        String text() {
            return String.format(
                    Locale.ROOT,
                    "of %d random readings of senses %d lower a score, %d smiles move one, %d reach the threshold without friction"
                            + " (highest %.2f)",
                    READINGS,
                    lowered,
                    smiled,
                    crossed,
                    highest);
        }

        boolean met() {
            return lowered == 0 && smiled == 0 && crossed == 0;
        }
    }

    Counted count() {
        SplittableRandom random = new SplittableRandom(3);
        double calm = network.probability(new float[Feature.COUNT]);
        int lowered = 0;
        int smiled = 0;
        int crossed = 0;
        double highest = 0;
        for (int i = 0; i < READINGS; i++) {
            int[] numbers = readings(random);
            double p = random.nextDouble();
            Score.Known fused = fused(p, numbers);
            lowered += fused.probability() < p ? 1 : 0;
            numbers[SummaryField.FACE_MOUTH_UP.ordinal()] = FAR - numbers[SummaryField.FACE_MOUTH_UP.ordinal()];
            smiled += fused.equals(fused(p, numbers)) ? 0 : 1;
            double alone = fused(calm, numbers).probability();
            crossed += alone >= threshold ? 1 : 0;
            highest = Math.max(highest, alone);
        }
        return new Counted(lowered, smiled, crossed, highest);
    }

    private static int[] readings(SplittableRandom random) {
        int[] numbers = new int[SummaryField.COUNT];
        for (SummaryField field : SummaryField.values()) {
            if (field.ordinal() >= SummaryField.LEAST) {
                boolean samples = field.word().endsWith("Samples") || field == SummaryField.TEXTS;
                numbers[field.ordinal()] = samples ? random.nextInt(2) : random.nextInt(3) * random.nextInt(FAR / 2);
            }
        }
        return numbers;
    }

    private static Score.Known fused(double probability, int[] numbers) {
        Window window = new Window();
        for (int second = 0; second < SECONDS; second++) {
            window.add(new Frame(second + 1L, second, "/", Frame.VISIBLE, Summary.of(numbers), List.of(), List.of()));
        }
        Score.Known known = new Score.Known(probability, 0.8, List.of());
        return Fusion.fuse(known, window, EnumSet.allOf(Channel.class), sense -> 1) instanceof Score.Known fused
                ? fused
                : known;
    }
}
