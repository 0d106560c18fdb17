package dev.rapport.models.evaluate;

import dev.rapport.models.train.Tally;
import java.util.ArrayList;
import java.util.List;

/** A visit as the bootstrap sees it: one page met by one persona, and what alarms were worth there. */
public interface Cell {
    /** Id of the page. */
    String page();

    /** Id of the persona. */
    String persona();

    /** Its alarms. */
    Tally tally();

    /** The alarms of visits, summed. */
    static Tally sum(Iterable<? extends Cell> visits) {
        int struggles = 0;
        int found = 0;
        int alarms = 0;
        int falseAlarms = 0;
        double calm = 0;
        List<Double> delays = new ArrayList<>();
        for (Cell visit : visits) {
            struggles += visit.tally().struggles();
            found += visit.tally().found();
            alarms += visit.tally().alarms();
            falseAlarms += visit.tally().falseAlarms();
            calm += visit.tally().calmSeconds();
            delays.addAll(visit.tally().delays());
        }
        return new Tally(struggles, found, alarms, falseAlarms, calm, delays);
    }
}
