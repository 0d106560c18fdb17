package dev.rapport.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of ways to answer the same moment.
 *
 * @param id kebab-case, unique in the site; also the hash seed unless {@code seed} is set
 * @param name for the console
 * @param hypothesis what is expected and why, written before the start
 * @param hint the hint it decides about: whenever that hint would show, a variation is chosen instead
 * @param seed hash seed; changing it reshuffles everybody
 * @param coverage share of visitors who take part, 0 to 1
 * @param variations at least two, exactly one of them control; weights add up to 1 (±0.01)
 * @param goal name of the conversion that counts as success; empty: friction after exposure only
 * @param status where it stands
 * @param startedAt when it first ran, null while a draft
 */
public record Experiment(
        String id,
        String name,
        String hypothesis,
        String hint,
        String seed,
        double coverage,
        List<Variation> variations,
        String goal,
        Status status,
        @Nullable Instant startedAt) {
    public Experiment {
        variations = List.copyOf(variations);
    }

    /** Id of the hint that the arm of {@code assignment} sees; empty for control, or an arm that is no longer there. */
    public Optional<String> hintOf(Assignment assignment) {
        return variations.stream()
                .filter(v -> v.key().equals(assignment.variation()))
                .findFirst()
                .map(Variation::hint);
    }

    /** Where an experiment stands. Only a running one assigns visitors. */
    public enum Status {
        /** Not started; may be changed freely. */
        DRAFT,
        /** Assigning visitors. */
        RUNNING,
        /** Not assigning for now; the hint shows as without the experiment. */
        PAUSED,
        /** Over; its report stays. */
        STOPPED
    }

    /**
     * One arm.
     *
     * @param key kebab-case, unique in the experiment
     * @param name for the console
     * @param weight share of participants, 0 to 1
     * @param hint id of the hint this arm sees; null for control, which sees none
     */
    public record Variation(
            String key,
            String name,
            double weight,
            @Nullable String hint) {
        /** True for the arm that sees nothing. */
        public boolean control() {
            return hint == null;
        }
    }
}
