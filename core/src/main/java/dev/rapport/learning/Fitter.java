package dev.rapport.learning;

import dev.rapport.evidence.Sense;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits what a site's answers allow: from {@value #ENOUGH} labels a {@link Platt} calibration, pulled towards no change; from
 * {@value #MANY} an isotonic one, and then also the weight of each sense that {@value #HEARD} answers had, chosen among 0, ½, 1,
 * 1½ and 2 by log-loss after calibration, pulled towards 1.
 */
final class Fitter {
    /** Labels below which nothing is fitted. */
    static final int ENOUGH = 40;

    /** Labels from which a calibration may take any rising shape. */
    static final int MANY = 400;

    /** Answers with a sense below which its weight is left alone. */
    static final int HEARD = 100;

    private static final double PULL = 5;
    private static final double[] WEIGHTS = {0, 0.5, 1, 1.5, 2};

    /** Log-loss of the whole fit that a weight of 0 or 2 must win to be taken. */
    private static final double WORTH = 4;

    private Fitter() {}

    /** The best adjustment for these labels, as {@code version}. */
    static Adjustment fit(List<Label> labels, int version) {
        if (labels.size() < ENOUGH) {
            return new Adjustment(version, new Calibration.Unchanged(), Map.of());
        }
        Map<Sense, Double> weights = labels.size() < MANY ? Map.of() : weights(labels);
        Forecast fused = forecast(labels, new Adjustment(version, new Calibration.Unchanged(), weights));
        Calibration calibration = labels.size() < MANY
                ? Platt.fit(fused.logOdds(), fused.labels(), PULL)
                : Pooling.fit(fused.logOdds(), fused.labels());
        return new Adjustment(version, calibration, weights);
    }

    private static Map<Sense, Double> weights(List<Label> labels) {
        Map<Sense, Double> weights = new EnumMap<>(Sense.class);
        for (Sense sense : Sense.values()) {
            if (labels.stream()
                            .filter(label -> label.senses().containsKey(sense))
                            .count()
                    < HEARD) {
                continue;
            }
            double best = Double.POSITIVE_INFINITY;
            double chosen = 1;
            for (double weight : WEIGHTS) {
                weights.put(sense, weight);
                double cost = cost(labels, weights) + WORTH * (weight - 1) * (weight - 1);
                if (cost < best) {
                    best = cost;
                    chosen = weight;
                }
            }
            weights.put(sense, chosen);
        }
        return weights;
    }

    private static double cost(List<Label> labels, Map<Sense, Double> weights) {
        Forecast fused = forecast(labels, new Adjustment(0, new Calibration.Unchanged(), weights));
        return labels.size() * fused.loss(Platt.fit(fused.logOdds(), fused.labels(), PULL));
    }

    /** What an adjustment says of labels, and what they say. */
    static Forecast forecast(List<Label> labels, Adjustment adjustment) {
        return new Forecast(
                labels.stream().mapToDouble(adjustment::logOdds).toArray(),
                labels.stream().mapToDouble(label -> label.struggling() ? 1 : 0).toArray());
    }
}
