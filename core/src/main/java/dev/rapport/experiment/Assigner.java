package dev.rapport.experiment;

import dev.rapport.session.Visit;
import java.util.List;
import java.util.Optional;

/**
 * Decides which arm a visit is in. Pure: the same visit and settings always give the same arm, and raising coverage or
 * lowering the holdout moves nobody between arms.
 */
public final class Assigner {
    private Assigner() {}

    /**
     * The global holdout, if this visit is in it. {@code share} of all units are, 0 to 0.5; a visit that forces a variation for
     * quality assurance never is.
     */
    public static Optional<Assignment> holdout(String site, double share, Visit visit) {
        if (!visit.forced().isEmpty()) {
            return Optional.empty();
        }
        double n = Bucketing.hash("holdout:" + site, visit.unit(), 2).orElseThrow();
        return n < share ? Optional.of(new Assignment(Assignment.HOLDOUT, "held-out", true, false)) : Optional.empty();
    }

    /**
     * The arm of a visit in a running experiment: the forced one, else by hash; empty when its namespace or coverage leaves the
     * visit out.
     */
    public static Optional<Assignment> assign(Experiment experiment, Visit visit) {
        List<Experiment.Variation> variations = experiment.variations();
        String forced = visit.forced().get(experiment.id());
        if (forced != null) {
            return variations.stream()
                    .filter(v -> v.key().equals(forced))
                    .map(v -> new Assignment(experiment.id(), v.key(), v.control(), true))
                    .findFirst();
        }
        Namespace part = experiment.namespace();
        if (part != null && !part.holds(visit.unit())) {
            return Optional.empty();
        }
        double n = Bucketing.hash(experiment.seed(), visit.unit(), 2).orElseThrow();
        double[] weights =
                variations.stream().mapToDouble(Experiment.Variation::weight).toArray();
        int index = Bucketing.choose(n, Bucketing.ranges(variations.size(), experiment.coverage(), weights));
        if (index < 0) {
            return Optional.empty();
        }
        Experiment.Variation v = variations.get(index);
        return Optional.of(new Assignment(experiment.id(), v.key(), v.control(), false));
    }
}
