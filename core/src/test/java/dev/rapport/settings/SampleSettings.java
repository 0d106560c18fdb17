package dev.rapport.settings;

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
import dev.rapport.session.Device;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Valid settings that use every kind of record once; for tests of settings stores and readers. */
public final class SampleSettings {
    private SampleSettings() {}

    /** A site's first version, valid. */
    public static SiteSettings site(String id) {
        return version(id, 1, "Site " + id);
    }

    /** A later version with another name. */
    public static SiteSettings version(String id, long version, String name) {
        return new SiteSettings(
                id,
                version,
                name,
                id + "-key-0001",
                Set.of("https://shop.example", "http://127.0.0.1:8080"),
                "en",
                new PrivacyPolicy(PrivacyPolicy.Purpose.PUBLIC_CONSUMER, Set.of(Channel.FRICTION, Channel.TYPING)),
                Pacing.DEFAULT,
                0.05,
                false,
                List.of(callout(), survey(), verb()),
                List.of(rule()),
                List.of(experiment()));
    }

    /** Those settings with another privacy policy. */
    public static SiteSettings withPrivacy(SiteSettings s, PrivacyPolicy privacy) {
        return new SiteSettings(
                s.site(),
                s.version(),
                s.name(),
                s.siteKey(),
                s.origins(),
                s.defaultLanguage(),
                privacy,
                s.pacing(),
                s.holdout(),
                s.suspended(),
                s.hints(),
                s.rules(),
                s.experiments());
    }

    /** Those settings with other experiments. */
    public static SiteSettings withExperiments(SiteSettings s, List<Experiment> experiments) {
        return new SiteSettings(
                s.site(),
                s.version(),
                s.name(),
                s.siteKey(),
                s.origins(),
                s.defaultLanguage(),
                s.privacy(),
                s.pacing(),
                s.holdout(),
                s.suspended(),
                s.hints(),
                s.rules(),
                experiments);
    }

    /** Those settings with other hints. */
    public static SiteSettings withHints(SiteSettings s, List<Hint> hints) {
        return new SiteSettings(
                s.site(),
                s.version(),
                s.name(),
                s.siteKey(),
                s.origins(),
                s.defaultLanguage(),
                s.privacy(),
                s.pacing(),
                s.holdout(),
                s.suspended(),
                hints,
                s.rules(),
                s.experiments());
    }

    /** Those settings with other rules. */
    public static SiteSettings withRules(SiteSettings s, List<ResponseRule> rules) {
        return new SiteSettings(
                s.site(),
                s.version(),
                s.name(),
                s.siteKey(),
                s.origins(),
                s.defaultLanguage(),
                s.privacy(),
                s.pacing(),
                s.holdout(),
                s.suspended(),
                s.hints(),
                rules,
                s.experiments());
    }

    /** Those settings with other origins. */
    public static SiteSettings withOrigins(SiteSettings s, Set<String> origins) {
        return new SiteSettings(
                s.site(),
                s.version(),
                s.name(),
                s.siteKey(),
                origins,
                s.defaultLanguage(),
                s.privacy(),
                s.pacing(),
                s.holdout(),
                s.suspended(),
                s.hints(),
                s.rules(),
                s.experiments());
    }

    /** A hint beside the troubled element, in two languages. */
    public static Hint callout() {
        return new Hint(
                "coupon-help",
                "Coupon help",
                HintKind.CALLOUT,
                HintIntent.EXPLAIN,
                new Anchor.TroubledElement(),
                new Action.Link("/help#coupon"),
                Map.of(
                        "en",
                        new HintText("Trouble with the code?", "Codes have eight letters.", "Show me", List.of()),
                        "de",
                        new HintText("Code geht nicht?", "Codes haben acht Buchstaben.", "Zeigen", List.of())));
    }

    private static Hint survey() {
        return new Hint(
                "how-is-it",
                "One question",
                HintKind.SURVEY,
                HintIntent.ASK,
                new Anchor.Selector("#checkout [data-step=\"2\"]"),
                new Action.Close(),
                Map.of("en", new HintText("", "How is it going?", "", List.of("Fine", "Not so well"))));
    }

    private static Hint verb() {
        return new Hint(
                "simplify",
                "Simplify the form",
                HintKind.VERB,
                HintIntent.SIMPLIFY,
                new Anchor.Page(),
                new Action.Verb("simplify-form"),
                Map.of("en", new HintText("", "", "", List.of())));
    }

    /** A rule over every kind of condition. */
    public static ResponseRule rule() {
        return new ResponseRule(
                "coupon-rage",
                "Rage on the coupon button",
                true,
                10,
                new Condition.All(List.of(
                        new Condition.Any(List.of(
                                new Condition.ScoreAtLeast(0.7, 0.4),
                                new Condition.SignalSeen(SignalKind.RAGE_CLICK, 1, 10))),
                        new Condition.PageMatches("/shop/**"),
                        new Condition.ElementMatches("#coupon*"),
                        new Condition.DeviceIs(Set.of(Device.MOUSE, Device.TOUCH)),
                        new Condition.LanguageIs(Set.of("en", "de")),
                        new Condition.Not(new Condition.VisitorIs(true)))),
                2,
                "coupon-help");
    }

    /** A running experiment on the callout. */
    public static Experiment experiment() {
        return new Experiment(
                "coupon-test",
                "Does the coupon hint help?",
                "More visitors finish because they learn how codes look.",
                "coupon-help",
                "",
                1,
                List.of(
                        new Experiment.Variation("control", "No hint", 0.5, null),
                        new Experiment.Variation("hint", "Hint", 0.5, "coupon-help")),
                "order",
                Experiment.Status.RUNNING,
                Instant.parse("2026-11-01T08:00:00Z"));
    }
}
