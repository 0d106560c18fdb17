package dev.rapport.e2e.support;

import dev.rapport.experiment.Experiment;
import dev.rapport.frame.Channel;
import dev.rapport.hint.Hint;
import dev.rapport.pacing.Pacing;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.rule.ResponseRule;
import dev.rapport.settings.SiteSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes to site settings as an editor would make them; each returns the next version. */
public final class Edit {
    private Edit() {}

    /** The next version with these parts. */
    public static SiteSettings next(
            SiteSettings s,
            Set<String> origins,
            PrivacyPolicy privacy,
            Pacing pacing,
            double holdout,
            List<Hint> hints,
            List<ResponseRule> rules,
            List<Experiment> experiments) {
        return new SiteSettings(
                s.site(),
                s.version() + 1,
                s.name(),
                s.siteKey(),
                origins,
                s.defaultLanguage(),
                privacy,
                pacing,
                holdout,
                s.suspended(),
                hints,
                rules,
                experiments);
    }

    /** Adds an origin; nobody is held out. */
    public static UnaryOperator<SiteSettings> allow(String origin) {
        return s -> {
            Set<String> origins = new HashSet<>(s.origins());
            origins.add(origin);
            return next(s, origins, s.privacy(), s.pacing(), 0, s.hints(), s.rules(), s.experiments());
        };
    }

    /** Adds an origin, switches typing and pointer on, and all responses off. */
    public static UnaryOperator<SiteSettings> senseEverythingShowNothing(String origin) {
        return s -> {
            Set<String> origins = new HashSet<>(s.origins());
            origins.add(origin);
            PrivacyPolicy open = new PrivacyPolicy(
                    PrivacyPolicy.Purpose.PUBLIC_CONSUMER, Set.of(Channel.FRICTION, Channel.TYPING, Channel.POINTER));
            return next(s, origins, open, s.pacing(), 0, s.hints(), List.of(), List.of());
        };
    }

    /** Replaces rules and experiments. */
    public static UnaryOperator<SiteSettings> responses(
            Pacing pacing, List<Hint> hints, List<ResponseRule> rules, List<Experiment> experiments) {
        return s -> next(s, s.origins(), s.privacy(), pacing, 0, hints, rules, experiments);
    }

    /** Sets the share of visitors who never see a hint. */
    public static UnaryOperator<SiteSettings> holdout(double share) {
        return s -> next(s, s.origins(), s.privacy(), s.pacing(), share, s.hints(), s.rules(), s.experiments());
    }
}
