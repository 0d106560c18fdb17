package dev.rapport.ui.settings;

import dev.rapport.experiment.Experiment;
import dev.rapport.hint.Hint;
import dev.rapport.pacing.Pacing;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.rule.ResponseRule;
import dev.rapport.settings.SiteSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The next version of a snapshot, with some parts exchanged. */
public final class Draft {
    private final SiteSettings from;
    private String name;
    private Set<String> origins;
    private PrivacyPolicy privacy;
    private Pacing pacing;
    private double holdout;
    private boolean suspended;
    private List<Hint> hints;
    private List<ResponseRule> rules;
    private List<Experiment> experiments;

    /** A draft that equals {@code from} so far. */
    public Draft(SiteSettings from) {
        this.from = from;
        name = from.name();
        origins = from.origins();
        privacy = from.privacy();
        pacing = from.pacing();
        holdout = from.holdout();
        suspended = from.suspended();
        hints = from.hints();
        rules = from.rules();
        experiments = from.experiments();
    }

    /** Sets what the site's own page edits. */
    public Draft site(String name, Set<String> origins, PrivacyPolicy privacy, Pacing pacing, double holdout) {
        this.name = name;
        this.origins = origins;
        this.privacy = privacy;
        this.pacing = pacing;
        this.holdout = holdout;
        return this;
    }

    /** Switches all hints off or on. */
    public Draft suspended(boolean suspended) {
        this.suspended = suspended;
        return this;
    }

    /** Puts a hint in the place of the one with its id, or at the end. */
    public Draft put(Hint hint) {
        hints = put(hints, hint, Hint::id);
        return this;
    }

    /** Puts a rule in the place of the one with its id, or at the end. */
    public Draft put(ResponseRule rule) {
        rules = put(rules, rule, ResponseRule::id);
        return this;
    }

    /** Puts an experiment in the place of the one with its id, or at the end. */
    public Draft put(Experiment experiment) {
        experiments = put(experiments, experiment, Experiment::id);
        return this;
    }

    /** Leaves a hint out. */
    public Draft withoutHint(String id) {
        hints = hints.stream().filter(hint -> !hint.id().equals(id)).toList();
        return this;
    }

    /** Leaves a rule out. */
    public Draft withoutRule(String id) {
        rules = rules.stream().filter(rule -> !rule.id().equals(id)).toList();
        return this;
    }

    /** The snapshot to save, one version up. */
    public SiteSettings next() {
        return new SiteSettings(
                from.site(),
                from.version() + 1,
                name,
                from.siteKey(),
                origins,
                from.defaultLanguage(),
                privacy,
                pacing,
                holdout,
                suspended,
                hints,
                rules,
                experiments,
                from.learned());
    }

    private static <T> List<T> put(List<T> list, T item, Function<T, String> id) {
        List<T> changed = new ArrayList<>(list);
        for (int i = 0; i < changed.size(); i++) {
            if (id.apply(changed.get(i)).equals(id.apply(item))) {
                changed.set(i, item);
                return changed;
            }
        }
        changed.add(item);
        return changed;
    }
}
