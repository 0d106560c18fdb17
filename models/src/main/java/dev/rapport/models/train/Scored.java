package dev.rapport.models.train;

import dev.rapport.models.onnx.Network;
import dev.rapport.scoring.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * A visit with a probability at each moment.
 *
 * @param visit the visit
 * @param probabilities one a moment; NaN where there was too little evidence
 */
public record Scored(Replayed visit, double[] probabilities) {
    /** Scores all moments of visits with a model as the server loads it. */
    public static List<Scored> all(List<Replayed> visits, Model model) {
        List<Scored> scored = new ArrayList<>();
        for (Replayed visit : visits) {
            scored.add(new Scored(
                    visit,
                    visit.moments().stream()
                            .mapToDouble(m ->
                                    m.enough() ? model.predict(m.features()).probability() : Double.NaN)
                            .toArray()));
        }
        return scored;
    }

    /** Scores all moments of visits. */
    public static List<Scored> all(List<Replayed> visits, Network network) {
        List<Scored> scored = new ArrayList<>();
        for (Replayed visit : visits) {
            double[] p = new double[visit.moments().size()];
            for (int i = 0; i < p.length; i++) {
                Moment moment = visit.moments().get(i);
                p[i] = moment.enough() ? network.probability(moment.features()) : Double.NaN;
            }
            scored.add(new Scored(visit, p));
        }
        return scored;
    }
}
