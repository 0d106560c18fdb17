package dev.rapport.settings;

import dev.rapport.experiment.Decision;
import dev.rapport.experiment.Decision.Step;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.rule.ResponseRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be done with an experiment: each step gives the site's next snapshot, with a line in the decision log. */
public final class ExperimentSteps {
    private static final int LONGEST_NOTE = 1000;

    private ExperimentSteps() {}

    /** The steps that may be taken now, in the order of their buttons. */
    public static List<Step> possible(Status status) {
        return switch (status) {
            case DRAFT -> List.of(Step.STARTED);
            case RUNNING -> List.of(Step.PAUSED, Step.STOPPED, Step.SHIPPED);
            case PAUSED -> List.of(Step.RESUMED, Step.STOPPED, Step.SHIPPED);
            case STOPPED -> List.of(Step.SHIPPED, Step.ARCHIVED);
            case ARCHIVED -> List.of();
        };
    }

    /**
     * Takes a step.
     *
     * @param site the newest snapshot
     * @param id of the experiment
     * @param shipped key of the variation that everybody gets; for {@link Step#SHIPPED} only
     * @param decision who did what, when and why
     * @return the next snapshot, to be validated and saved
     * @throws IllegalArgumentException when there is no such experiment or variation, or the step is not possible now
     */
    public static SiteSettings take(SiteSettings site, String id, Optional<String> shipped, Decision decision) {
        Experiment experiment = site.experiments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no experiment " + id));
        if (!possible(experiment.status()).contains(decision.step())) {
            throw new IllegalArgumentException(
                    "the experiment is " + experiment.status().name().toLowerCase(java.util.Locale.ROOT)
                            + "; that step is not possible now");
        }
        Instant started = experiment.startedAt() == null ? decision.at() : experiment.startedAt();
        Experiment next = experiment.after(after(decision.step()), started, shortened(decision));
        List<Experiment> experiments = new ArrayList<>(site.experiments());
        experiments.set(experiments.indexOf(experiment), next);
        List<ResponseRule> rules =
                decision.step() == Step.SHIPPED ? shipping(site, experiment, shipped.orElse("")) : site.rules();
        return new SiteSettings(
                site.site(),
                site.version() + 1,
                site.name(),
                site.siteKey(),
                site.origins(),
                site.defaultLanguage(),
                site.privacy(),
                site.pacing(),
                site.holdout(),
                site.suspended(),
                site.hints(),
                rules,
                experiments,
                site.learned());
    }

    private static Status after(Step step) {
        return switch (step) {
            case STARTED, RESUMED -> Status.RUNNING;
            case PAUSED -> Status.PAUSED;
            case STOPPED, SHIPPED -> Status.STOPPED;
            case ARCHIVED -> Status.ARCHIVED;
        };
    }

    private static Decision shortened(Decision decision) {
        String note = decision.note();
        return note.length() <= LONGEST_NOTE
                ? decision
                : new Decision(decision.at(), decision.by(), decision.step(), note.substring(0, LONGEST_NOTE));
    }

    /** Rules that call for the tested hint call for the winner's; where showing nothing won, they are switched off. */
    private static List<ResponseRule> shipping(SiteSettings site, Experiment experiment, String variation) {
        Experiment.Variation winner = experiment.variations().stream()
                .filter(one -> one.key().equals(variation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no variation '" + variation + "'"));
        String hint = winner.hint();
        return site.rules().stream()
                .map(rule -> !rule.hint().equals(experiment.hint())
                        ? rule
                        : new ResponseRule(
                                rule.id(),
                                rule.name(),
                                rule.enabled() && hint != null,
                                rule.priority(),
                                rule.when(),
                                rule.heldForSeconds(),
                                hint == null ? rule.hint() : hint))
                .toList();
    }
}
