package dev.rapport.models.evaluate;

import dev.rapport.models.train.Fitting;
import dev.rapport.models.train.Folds;
import dev.rapport.models.train.Replayed;
import dev.rapport.models.train.Scored;
import dev.rapport.models.train.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A visit judged by a model that never saw its page kind or its persona.
 *
 * @param scored the visit with its probabilities
 * @param threshold chosen on the training visits of its fold
 * @param tally its alarms at that threshold
 */
public record Judged(Scored scored, double threshold, Tally tally) implements Cell {
    /** Groups of page kinds; about two kinds a group. */
    static final int KIND_GROUPS = 5;
    /** Groups of personas; about five a group. */
    static final int PERSONA_GROUPS = 4;

    /** Judges every visit once; penalty, calibration and threshold are chosen anew in each fold. Ordered by visit id. */
    public static List<Judged> all(List<Replayed> visits, Function<List<Replayed>, Fitting.Fitted> fit) {
        List<Judged> judged = new ArrayList<>();
        for (Folds.Fold fold : Folds.strange(visits, KIND_GROUPS, PERSONA_GROUPS)) {
            Fitting.Fitted fitted = fit.apply(fold.train());
            for (Scored scored : Scored.all(fold.test(), fitted.network())) {
                judged.add(new Judged(scored, fitted.threshold(), Tally.of(scored, fitted.threshold())));
            }
        }
        judged.sort(Comparator.comparing(j -> j.visit().visit().id()));
        return judged;
    }

    /** The visit. */
    public Replayed visit() {
        return scored.visit();
    }

    @Override
    public String page() {
        return visit().visit().page();
    }

    @Override
    public String persona() {
        return visit().visit().persona();
    }
}
