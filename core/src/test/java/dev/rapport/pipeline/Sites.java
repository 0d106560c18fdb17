package dev.rapport.pipeline;

import dev.rapport.experiment.Experiment;
import dev.rapport.frame.Channel;
import dev.rapport.frame.SignalKind;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintIntent;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import dev.rapport.pacing.Pacing;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.rule.Condition;
import dev.rapport.rule.ResponseRule;
import dev.rapport.settings.SiteSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Small sites for tests of the pipeline. */
public final class Sites {
    /** Public key of the test shop. */
    public static final String KEY = "demo-shop-key-0001";

    private Sites() {}

    /** Three rules (coupon, error, score), one experiment on the error hint, nobody held out. */
    public static SiteSettings shop() {
        return new SiteSettings(
                "demo-shop",
                1,
                "Shop",
                KEY,
                Set.of("https://shop.example"),
                "en",
                new PrivacyPolicy(PrivacyPolicy.Purpose.PUBLIC_CONSUMER, Set.of(Channel.FRICTION, Channel.POINTER)),
                new Pacing(4, 1, 8, true, true),
                0,
                false,
                List.of(hint("coupon-help"), hint("error-help"), hint("other-help"), hint("simplify")),
                List.of(
                        rule("score", 1, new Condition.ScoreAtLeast(0.7, 0.3), 2, "simplify"),
                        rule("error", 5, new Condition.SignalSeen(SignalKind.ERROR_CLICK, 1, 10), 0, "error-help"),
                        rule("coupon", 9, new Condition.SignalSeen(SignalKind.RAGE_CLICK, 1, 10), 0, "coupon-help")),
                List.of(errorTest()));
    }

    private static Experiment errorTest() {
        return new Experiment(
                "error-test",
                "Error test",
                "",
                "error-help",
                "error-test",
                0,
                List.of(
                        new Experiment.Variation("control", "Nothing", 0.5, null),
                        new Experiment.Variation("other", "Another", 0.5, "other-help")),
                "",
                Experiment.Status.RUNNING,
                Visits.START);
    }

    private static Hint hint(String id) {
        return hint(id, HintKind.TOAST);
    }

    private static Hint hint(String id, HintKind kind) {
        return new Hint(
                id,
                id,
                kind,
                HintIntent.EXPLAIN,
                new Anchor.Page(),
                new Action.Close(),
                Map.of("en", new HintText("", "Text of " + id, "", List.of())));
    }

    private static ResponseRule rule(String id, int priority, Condition when, int held, String hint) {
        return new ResponseRule(id, id, true, priority, when, held, hint);
    }

    static SiteSettings withHoldout(SiteSettings s, double share) {
        return of(s, s.pacing(), share, s.suspended(), s.hints());
    }

    static SiteSettings withPacing(SiteSettings s, Pacing pacing) {
        return of(s, pacing, s.holdout(), s.suspended(), s.hints());
    }

    static SiteSettings withHints(SiteSettings s, List<Hint> hints) {
        return of(s, s.pacing(), s.holdout(), s.suspended(), hints);
    }

    /** The hint {@code id} as a dialog, and no experiment. */
    static SiteSettings withDialog(SiteSettings s, String id) {
        List<Hint> hints = s.hints().stream()
                .map(hint -> hint.id().equals(id) ? hint(id, HintKind.DIALOG) : hint)
                .toList();
        return of(s, s.pacing(), s.holdout(), s.suspended(), hints, List.of());
    }

    static SiteSettings suspended(SiteSettings s) {
        return of(s, s.pacing(), s.holdout(), true, s.hints());
    }

    /** The site may listen to one more channel. */
    static SiteSettings hearing(SiteSettings s, Channel channel) {
        java.util.EnumSet<Channel> channels =
                java.util.EnumSet.copyOf(s.privacy().channels());
        channels.add(channel);
        return new SiteSettings(
                s.site(),
                s.version() + 1,
                s.name(),
                s.siteKey(),
                s.origins(),
                s.defaultLanguage(),
                new PrivacyPolicy(s.privacy().purpose(), channels),
                s.pacing(),
                s.holdout(),
                s.suspended(),
                s.hints(),
                s.rules(),
                s.experiments());
    }

    private static SiteSettings of(SiteSettings s, Pacing pacing, double holdout, boolean suspended, List<Hint> hints) {
        return of(s, pacing, holdout, suspended, hints, s.experiments());
    }

    private static SiteSettings of(
            SiteSettings s,
            Pacing pacing,
            double holdout,
            boolean suspended,
            List<Hint> hints,
            List<Experiment> experiments) {
        return new SiteSettings(
                s.site(),
                s.version() + 1,
                s.name(),
                s.siteKey(),
                s.origins(),
                s.defaultLanguage(),
                s.privacy(),
                pacing,
                holdout,
                suspended,
                hints,
                s.rules(),
                experiments);
    }
}
