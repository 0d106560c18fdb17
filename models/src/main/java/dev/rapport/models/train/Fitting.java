package dev.rapport.models.train;

import dev.rapport.models.onnx.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Chooses everything that is chosen from training visits alone: the penalty by log-loss on strange page kinds and personas,
 * the calibration by the same held-out log-odds, and the threshold by alarms on the same held-out scores.
 */
public final class Fitting {
    private static final double[] STRENGTHS = {0.3, 1, 3, 10, 30};
    private static final int KIND_GROUPS = 3;
    private static final int PERSONA_GROUPS = 2;
    /** False alarms per calm hour that the threshold may cost on the training visits. */
    private static final double TOLERATED = 0.5;

    private Fitting() {}

    /**
     * What came out.
     *
     * @param network calibrated
     * @param threshold probability from which on an alarm is worth it
     * @param strength penalty chosen
     */
    public record Fitted(Network network, double threshold, double strength) {}

    /** Fits the shipped kind of model. */
    public static Fitted shipped(List<Replayed> visits) {
        return logistic(visits);
    }

    /** Fits a logistic model. */
    public static Fitted logistic(List<Replayed> visits) {
        return fit(visits, Logistic::new, STRENGTHS);
    }

    /** Fits any kind of model over penalties. */
    public static Fitted fit(List<Replayed> visits, DoubleFunction<Trainer> trainers, double[] strengths) {
        List<Folds.Fold> folds = Folds.strange(visits, KIND_GROUPS, PERSONA_GROUPS);
        List<Scored> bestScores = List.of();
        Platt bestPlatt = new Platt(1, 0);
        double best = Double.POSITIVE_INFINITY;
        double strength = strengths[0];
        for (double each : strengths) {
            List<Scored> raw = new ArrayList<>();
            for (Folds.Fold fold : folds) {
                Network network = trainers.apply(each).train(Examples.of(fold.train()));
                raw.addAll(Scored.all(fold.test(), network));
            }
            Held held = Held.of(raw);
            Platt platt = Platt.fit(held.logOdds(), held.labels());
            double loss = held.loss(platt);
            if (loss < best) {
                best = loss;
                bestPlatt = platt;
                strength = each;
                bestScores = raw.stream().map(s -> recalibrated(s, platt)).toList();
            }
        }
        Network network =
                trainers.apply(strength).train(Examples.of(visits)).calibrated(bestPlatt.slope(), bestPlatt.shift());
        return new Fitted(network, threshold(bestScores), strength);
    }

    /** The threshold with the best F1 among those with few enough false alarms; without such, the highest F1. */
    static double threshold(List<Scored> scores) {
        double best = 0.5;
        double bestValue = -1;
        for (int step = 20; step <= 98; step++) {
            double threshold = step / 100.0;
            Tally tally = Tally.of(scores, threshold);
            double value = tally.f1() - 0.02 * Math.max(0, tally.falsePerHour() - TOLERATED);
            if (value > bestValue) {
                bestValue = value;
                best = threshold;
            }
        }
        return best;
    }

    private static Scored recalibrated(Scored scored, Platt platt) {
        double[] p = scored.probabilities().clone();
        for (int i = 0; i < p.length; i++) {
            if (!Double.isNaN(p[i])) {
                p[i] = Network.sigmoid(platt.slope() * Held.logOdds(p[i]) + platt.shift());
            }
        }
        return new Scored(scored.visit(), p);
    }
}
