package dev.rapport.settings;

import dev.rapport.experiment.Experiment;
import dev.rapport.hint.Hint;
import dev.rapport.learning.Adjustment;
import dev.rapport.pacing.Pacing;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.rule.ResponseRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One immutable snapshot of all that the console configures for a site, and all that a pipeline reads.
 *
 * @param site id, kebab-case
 * @param version 1 for the first, rising by one with each change
 * @param name for the console
 * @param siteKey the public key in the tag, 8 to 64 characters of {@code [A-Za-z0-9_-]}, unique over all sites
 * @param origins exact origins that may connect, such as {@code https://shop.example}; no wildcard
 * @param defaultLanguage lower-case tag in which every hint has a text
 * @param privacy what may be collected
 * @param pacing how often visitors may be interrupted
 * @param holdout share of visitors who never see a hint, 0 to 0.5
 * @param suspended true: no hint is shown to anybody (kill switch)
 * @param hints what may be shown
 * @param rules when it is shown
 * @param experiments what is compared
 * @param learned what this site's visitors taught about the score
 */
public record SiteSettings(
        String site,
        long version,
        String name,
        String siteKey,
        Set<String> origins,
        String defaultLanguage,
        PrivacyPolicy privacy,
        Pacing pacing,
        double holdout,
        boolean suspended,
        List<Hint> hints,
        List<ResponseRule> rules,
        List<Experiment> experiments,
        Adjustment learned) {
    public SiteSettings {
        origins = Set.copyOf(origins);
        hints = List.copyOf(hints);
        rules = List.copyOf(rules);
        experiments = List.copyOf(experiments);
    }

    /** A site that learned nothing yet. */
    public SiteSettings(
            String site,
            long version,
            String name,
            String siteKey,
            Set<String> origins,
            String defaultLanguage,
            PrivacyPolicy privacy,
            Pacing pacing,
            double holdout,
            boolean suspended,
            List<Hint> hints,
            List<ResponseRule> rules,
            List<Experiment> experiments) {
        this(
                site,
                version,
                name,
                siteKey,
                origins,
                defaultLanguage,
                privacy,
                pacing,
                holdout,
                suspended,
                hints,
                rules,
                experiments,
                Adjustment.NONE);
    }

    /** The hint with this id. */
    public Optional<Hint> hint(String id) {
        for (Hint hint : hints) { // a plain loop: the hot path comes here
            if (hint.id().equals(id)) {
                return Optional.of(hint);
            }
        }
        return Optional.empty();
    }

    /** The running experiment that decides about this hint, if there is one. */
    public Optional<Experiment> runningExperimentOn(String hint) {
        return experiments.stream()
                .filter(e -> e.status() == Experiment.Status.RUNNING && e.hint().equals(hint))
                .findFirst();
    }

    /** The next version with these origins. */
    public SiteSettings withOrigins(Set<String> changed) {
        return new SiteSettings(
                site,
                version + 1,
                name,
                siteKey,
                changed,
                defaultLanguage,
                privacy,
                pacing,
                holdout,
                suspended,
                hints,
                rules,
                experiments,
                learned);
    }

    /** The next version, in which the score means this. */
    public SiteSettings withLearned(Adjustment changed) {
        return new SiteSettings(
                site,
                version + 1,
                name,
                siteKey,
                origins,
                defaultLanguage,
                privacy,
                pacing,
                holdout,
                suspended,
                hints,
                rules,
                experiments,
                changed);
    }
}
