package dev.rapport.models.train;

import dev.rapport.learning.ScoreCounts;
import dev.rapport.models.onnx.Network;
import dev.rapport.scoring.Model;
import dev.rapport.scoring.Score;
import dev.rapport.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** How a network scores the seconds of recorded visits in which nobody struggled, counted as a server counts its own. */
public final class CalmSeconds {
    private CalmSeconds() {}

    /** Scores and reasons of the calm moments that had enough evidence. */
    public static ScoreCounts of(List<Replayed> visits, Network network) {
        return counted(visits, network, label -> label == Moment.Label.CALM);
    }

    /** Scores and reasons of all moments that had enough evidence, as a server sees them. */
    public static ScoreCounts andOthers(List<Replayed> visits, Network network) {
        return counted(visits, network, label -> true);
    }

    private static ScoreCounts counted(List<Replayed> visits, Network network, Predicate<Moment.Label> which) {
        Scorer scorer = new Scorer(features ->
                new Model.Prediction(network.probability(features), floats(network.contributions(features))));
        List<Long> bins = new ArrayList<>(ScoreCounts.NONE.bins());
        Map<String, Long> reasons = new TreeMap<>();
        for (Replayed visit : visits) {
            for (Moment moment : visit.moments()) {
                if (which.test(moment.label())
                        && moment.enough()
                        && scorer.score(new Scorer.Question(Scorer.ENOUGH, moment.features()))
                                instanceof Score.Known known) {
                    int bin = ScoreCounts.bin(known.probability());
                    bins.set(bin, bins.get(bin) + 1);
                    known.reasons()
                            .forEach(reason -> reasons.merge(reason.cause().name(), 1L, Long::sum));
                }
            }
        }
        return new ScoreCounts(bins, reasons);
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
