package dev.rapport.models.evaluate;

import dev.rapport.learning.Platt;
import dev.rapport.models.train.Held;
import dev.rapport.models.train.Tally;
import java.util.List;

/**
 * The headline numbers of a set of judged visits.
 *
 * @param visits how many
 * @param tally alarms summed
 * @param held held-out log-odds and labels
 */
public record Figures(int visits, Tally tally, Held held) {
    /** The numbers of visits. */
    public static Figures of(List<Judged> visits) {
        return new Figures(
                visits.size(),
                Cell.sum(visits),
                Held.of(visits.stream().map(Judged::scored).toList()));
    }

    /** Mean log-loss of the probabilities as they are. */
    public double loss() {
        return held.loss(new Platt(1, 0));
    }
}
