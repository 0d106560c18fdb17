package dev.rapport.learning;

import dev.rapport.evidence.Sense;
import dev.rapport.scoring.LogOdds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Answers of visitors who are made up by rule. */
final class MadeUpLabels {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private MadeUpLabels() {}

    /** Answers whose truth is {@code share} of the probability that was said; two of three visitors answer once. */
    static List<Label> of(int count, long seed, DoubleUnaryOperator share) {
        Random random = new Random(seed);
        List<Label> labels = new ArrayList<>();
        int unit = 0;
        for (int i = 0; i < count; i++) {
            double said = LogOdds.probability(3 * random.nextGaussian() - 1);
            boolean struggling = random.nextDouble() < share.applyAsDouble(said);
            labels.add(new Label("unit-" + unit, DAY.plusDays(i % 30), struggling, said, Map.of()));
            unit += random.nextInt(3) == 0 ? 0 : 1;
        }
        return labels;
    }

    /** Answers of visitors with a voice that says {@code voice} log-odds for whoever struggles and nothing for others. */
    static List<Label> voiced(int count, long seed, double voice) {
        Random random = new Random(seed);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double said = LogOdds.probability(1.5 * random.nextGaussian());
            boolean struggling = random.nextDouble() < said;
            double heard = struggling == random.nextDouble() < 0.9 ? voice : 0;
            labels.add(new Label("unit-" + i, DAY, struggling, said, Map.of(Sense.VOICE, heard)));
        }
        return labels;
    }
}
