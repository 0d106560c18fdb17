package dev.rapport.models.train;

import dev.rapport.learning.Platt;
import dev.rapport.models.onnx.Network;
import dev.rapport.scoring.LogOdds;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses everything that is chosen from training visits alone: the penalty by log-loss on strange page kinds and personas,
 * the calibration by the same held-out log-odds, and the threshold by alarms on the same held-out scores.
 */
public final class Fitting {
    private static final int KIND_GROUPS = 4;
    private static final int PERSONA_GROUPS = 3;
    /** False alarms per calm hour that the threshold may cost on the training visits. */
    private static final double TOLERATED = 0.5;
    /** Median delay from the first futile act that the threshold may cost, seconds. */
    private static final double PROMPT = 1.5;

    private static final double PRICE = 0.03;
    /** Thresholds tried, hundredths. */
    private static final int LOWEST = 20;

    private static final int HIGHEST = 98;

    /** The kind of model that ships: the simplest whose validation log-loss lies within 2 % of the lowest. */
    public static final Family SHIPPED = Family.LOGISTIC;

    private Fitting() {}

    /**
     * What came out.
     *
     * @param network calibrated
     * @param threshold probability from which on an alarm is worth it
     * @param strength penalty or number of trees chosen
     * @param loss log-loss on strange kinds and personas among the training visits
     */
    public record Fitted(Network network, double threshold, double strength, double loss) {}

    /** Fits the shipped kind of model. */
    public static Fitted shipped(List<Replayed> visits) {
        return fit(SHIPPED, visits);
    }

    /** Fits a kind of model to visits in its own view. */
    public static Fitted fit(Family family, List<Replayed> visits) {
        double[] strengths = family.strengths();
        List<Folds.Fold> folds = Folds.strange(visits, KIND_GROUPS, PERSONA_GROUPS);
        List<Scored> bestScores = List.of();
        Platt bestPlatt = new Platt(1, 0);
        double best = Double.POSITIVE_INFINITY;
        double strength = strengths[0];
        for (double each : strengths) {
            List<Scored> raw = new ArrayList<>();
            for (Folds.Fold fold : folds) {
                Network network = family.trainer().apply(each).train(Examples.of(fold.train()));
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
        Network network = family.trainer()
                .apply(strength)
                .train(Examples.of(visits))
                .calibrated(bestPlatt.slope(), bestPlatt.shift());
        return new Fitted(network, threshold(bestScores), strength, best);
    }

    /**
     * The threshold with the best F1 after paying {@link #PRICE} for every false alarm a calm hour above {@link #TOLERATED} and
     * for every second of median delay above {@link #PROMPT}.
     */
    static double threshold(List<Scored> scores) {
        int best = HIGHEST;
        double bestValue = Double.NEGATIVE_INFINITY;
        for (int step = LOWEST; step <= HIGHEST; step++) {
            Tally tally = Tally.of(scores, step / 100.0);
            double late = tally.delays().isEmpty() ? 0 : Math.max(0, tally.delay(0.5) - PROMPT);
            double value = tally.f1() - PRICE * (Math.max(0, tally.falsePerHour() - TOLERATED) + late);
            if (value > bestValue) {
                bestValue = value;
                best = step;
            }
        }
        return best / 100.0;
    }

    private static Scored recalibrated(Scored scored, Platt platt) {
        double[] p = scored.probabilities().clone();
        for (int i = 0; i < p.length; i++) {
            if (!Double.isNaN(p[i])) {
                p[i] = Network.sigmoid(platt.slope() * LogOdds.of(p[i]) + platt.shift());
            }
        }
        return new Scored(scored.visit(), p);
    }
}
