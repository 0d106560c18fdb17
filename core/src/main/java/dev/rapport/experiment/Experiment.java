package dev.rapport.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param metrics what the site measures beside the built-in metrics, written down before the start
 * @param namespace the part of visitors it keeps to; null: all
 * @param decisions what was done with it, oldest first
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
        @Nullable Instant startedAt,
        List<Metric> metrics,
        @Nullable Namespace namespace,
        List<Decision> decisions) {
    public Experiment {
        variations = List.copyOf(variations);
        metrics = List.copyOf(metrics);
        decisions = List.copyOf(decisions);
    }

    /** An experiment with the built-in metrics only, over all visitors. */
    public Experiment(
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
        this(
                id,
                name,
                hypothesis,
                hint,
                seed,
                coverage,
                variations,
                goal,
                status,
                startedAt,
                List.of(),
                null,
                List.of());
    }

    /** All that is measured: the built-in metrics, then the site's own. */
    public List<Metric> measured() {
        boolean ownGoal = metrics.stream().anyMatch(metric -> metric.role() == Metric.Role.GOAL);
        return Stream.concat(Metric.builtIn(goal, ownGoal).stream(), metrics.stream())
                .toList();
    }

    /** The metrics of one role, in the order of {@link #measured}. */
    public List<Metric> measured(Metric.Role role) {
        return measured().stream().filter(metric -> metric.role() == role).toList();
    }

    /** The same with these metrics and this part of visitors. */
    public Experiment measuring(List<Metric> own, @Nullable Namespace part) {
        return new Experiment(
                id, name, hypothesis, hint, seed, coverage, variations, goal, status, startedAt, own, part, decisions);
    }

    /** The same at another place in its life, with one more line in its log. */
    public Experiment after(Status next, @Nullable Instant started, Decision decision) {
        return new Experiment(
                id,
                name,
                hypothesis,
                hint,
                seed,
                coverage,
                variations,
                goal,
                next,
                started,
                metrics,
                namespace,
                Stream.concat(decisions.stream(), Stream.of(decision)).toList());
    }

    /** The same, counted from another time on. */
    public Experiment startingAt(Instant start) {
        return new Experiment(
                id,
                name,
                hypothesis,
                hint,
                seed,
                coverage,
                variations,
                goal,
                status,
                start,
                metrics,
                namespace,
                decisions);
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
        STOPPED,
        /** Over and put away; its report stays. */
        ARCHIVED
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
