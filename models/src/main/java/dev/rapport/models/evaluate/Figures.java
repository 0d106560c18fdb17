package dev.rapport.models.evaluate;

import dev.rapport.models.train.Held;
import dev.rapport.models.train.Platt;
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
                tally(visits),
                Held.of(visits.stream().map(Judged::scored).toList()));
    }

    /** The alarms of visits, summed. */
    public static Tally tally(List<Judged> visits) {
        int struggles = 0;
        int found = 0;
        int alarms = 0;
        int falseAlarms = 0;
        double calm = 0;
        java.util.ArrayList<Double> delays = new java.util.ArrayList<>();
        for (Judged visit : visits) {
            struggles += visit.tally().struggles();
            found += visit.tally().found();
            alarms += visit.tally().alarms();
            falseAlarms += visit.tally().falseAlarms();
            calm += visit.tally().calmSeconds();
            delays.addAll(visit.tally().delays());
        }
        return new Tally(struggles, found, alarms, falseAlarms, calm, delays);
    }

    /** Mean log-loss of the probabilities as they are. */
    public double loss() {
        return held.loss(new Platt(1, 0));
    }
}
