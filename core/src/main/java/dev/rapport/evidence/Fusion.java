package dev.rapport.evidence;

import dev.rapport.feature.Window;
import dev.rapport.frame.Channel;
import dev.rapport.scoring.LogOdds;
import dev.rapport.scoring.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Adds what senses say to a score of the friction model, as log-odds. With {@code l} a sense's {@link Evidence}, {@code k} its
 * certainty and {@code w} the site's weight for it (1 until the site's own visitors said otherwise):
 *
 * <pre>
 *   rise         = min(1.5, sum of max(0, w k l))
 *   probability  = sigmoid(ln-odds of the friction probability p + rise)
 *   disagreement = (1 - p) rise / 1.5 + p min(1, sum of max(0, -w k l))
 *   certainty    = certainty of the friction score * (1 - disagreement / 2)
 * </pre>
 *
 * Nothing lowers a probability: a missing, stale or calm sense, thanks and smiles leave it as it is. Senses that rise where the
 * page shows no trouble, and thanks in the midst of it, make it less certain. An unknown score stays unknown, whatever a sense
 * says.
 */
public final class Fusion {
    /**
     * Most log-odds that all senses add together. From a page without any trouble, where the friction model says about 0.1, it
     * leads to 0.33: senses alone reach no usual threshold.
     */
    public static final double MOST = 1.5;

    private static final int MOST_REASONS = 3;
    private static final double LEAST_REASON = 0.05;
    private static final Sense[] SENSES = Sense.values();

    private Fusion() {}

    /**
     * The score with senses; the very same one where none is heard.
     *
     * @param granted channels that may be listened to now
     * @param weights of each sense on this site, 0 or more
     */
    public static Score fuse(Score score, Window window, Set<Channel> granted, ToDoubleFunction<Sense> weights) {
        if (!(score instanceof Score.Known known)) {
            return score;
        }
        List<Score.Reason> heard = heard(window, granted);
        return heard.isEmpty() ? score : fuse(known, heard, weights);
    }

    /** What each sense that is not missing adds, times its certainty. */
    private static List<Score.Reason> heard(Window window, Set<Channel> granted) {
        List<Score.Reason> heard = new ArrayList<>(SENSES.length);
        for (Sense sense : SENSES) {
            if (granted.contains(sense.channel())) {
                Evidence.of(sense, window)
                        .ifPresent(e -> heard.add(new Score.Reason(sense, e.certainty() * e.logOdds())));
            }
        }
        return heard;
    }

    private static Score fuse(Score.Known known, List<Score.Reason> heard, ToDoubleFunction<Sense> weights) {
        double up = 0;
        double down = 0;
        List<Score.Reason> reasons = new ArrayList<>(known.reasons());
        for (Score.Reason one : heard) {
            double logOdds = one.contribution() * weights.applyAsDouble((Sense) one.cause());
            up += Math.max(0, logOdds);
            down += Math.max(0, -logOdds);
            if (logOdds > LEAST_REASON) {
                reasons.add(new Score.Reason(one.cause(), logOdds));
            }
        }
        double rise = Math.min(MOST, up);
        double p = known.probability();
        double probability = rise == 0 ? p : Math.max(p, LogOdds.probability(LogOdds.of(p) + rise));
        double disagreement = Math.min(1, (1 - p) * rise / MOST + p * Math.min(1, down));
        reasons.sort(Comparator.comparingDouble(Score.Reason::contribution).reversed());
        return new Score.Known(
                probability,
                known.certainty() * (1 - disagreement / 2),
                reasons.subList(0, Math.min(MOST_REASONS, reasons.size())),
                known.friction(),
                heard);
    }
}
