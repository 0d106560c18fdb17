package dev.rapport.learning;

import dev.rapport.evidence.Fusion;
import dev.rapport.evidence.Sense;
import dev.rapport.scoring.LogOdds;
import dev.rapport.scoring.Score;
import java.util.Map;

/**
 * What a site learned from its own visitors: how much each sense counts, and what a probability means here.
 *
 * @param version of the site's learning, 0 for nothing learned, rising by one with each trial that was accepted
 * @param calibration applied last
 * @param weights of senses, 0 to {@value #HEAVIEST}; a sense that is not named has 1
 */
public record Adjustment(int version, Calibration calibration, Map<Sense, Double> weights) {
    /** Most that a sense's prior weight is multiplied by; {@link Fusion#MOST} still bounds their sum. */
    public static final double HEAVIEST = 2;

    /** What every site starts with; changes nothing. */
    public static final Adjustment NONE = new Adjustment(0, new Calibration.Unchanged(), Map.of());

    public Adjustment {
        weights = Map.copyOf(weights);
        weights.forEach((sense, weight) -> {
            if (!(weight >= 0 && weight <= HEAVIEST)) {
                throw new IllegalArgumentException(
                        "the weight of " + sense + " is " + weight + ", not 0 to " + HEAVIEST);
            }
        });
        if (version < 0) {
            throw new IllegalArgumentException("a version is 0 or more, got " + version);
        }
    }

    /** How much a sense counts here. */
    public double weight(Sense sense) {
        return weights.getOrDefault(sense, 1.0);
    }

    /** The calibrated score; the very same one where nothing was learned. */
    public Score apply(Score score) {
        if (calibration instanceof Calibration.Unchanged || !(score instanceof Score.Known known)) {
            return score;
        }
        return new Score.Known(
                LogOdds.probability(calibration.logOdds(LogOdds.of(known.probability()))),
                known.certainty(),
                known.reasons(),
                known.friction(),
                known.senses());
    }

    /** The highest probability that a score can have: a rule that asks for more never fires. */
    public double highest() {
        return LogOdds.probability(calibration.logOdds(LogOdds.of(1)));
    }

    /** The log-odds that this gives a labelled moment. */
    public double logOdds(Label label) {
        return calibration.logOdds(fused(label));
    }

    /** The log-odds before calibration: friction and senses. */
    double fused(Label label) {
        double rise = 0;
        for (Map.Entry<Sense, Double> heard : label.senses().entrySet()) {
            rise += Math.max(0, weight(heard.getKey()) * heard.getValue());
        }
        return LogOdds.of(label.friction()) + Math.min(Fusion.MOST, rise);
    }
}
