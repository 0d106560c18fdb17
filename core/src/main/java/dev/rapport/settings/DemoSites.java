package dev.rapport.settings;

import static dev.rapport.settings.DemoSettings.hint;
import static dev.rapport.settings.DemoSettings.rule;
import static dev.rapport.settings.DemoSettings.seen;
import static dev.rapport.settings.DemoSettings.text;

import dev.rapport.frame.Channel;
import dev.rapport.frame.SignalKind;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintIntent;
import dev.rapport.hint.HintKind;
import dev.rapport.pacing.Pacing;
import dev.rapport.privacy.Jurisdiction;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import dev.rapport.rule.Condition;
import dev.rapport.rule.ResponseRule;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The demo pages beside the shop, each a site of its own with its own purpose. Their ids come after the shop's in every list. */
public final class DemoSites {
    /** Public key of the support chat at {@code /demo/support/}. */
    public static final String SUPPORT_KEY = "support-demo-key-0001";

    /** Public key of the lesson at {@code /demo/course/}: education, so friction only. */
    public static final String COURSE_KEY = "lesson-demo-key-0001";

    /** Public key of the clinic's form at {@code /demo/form/}. */
    public static final String FORM_KEY = "intake-demo-key-0001";

    /** Public key of the studio at {@code /demo/senses/}, where every channel is switched on. */
    public static final String SENSES_KEY = "senses-demo-key-0001";

    private static final Set<Jurisdiction> EUROPE = Set.of(Jurisdiction.EU_EEA, Jurisdiction.UK);

    /** A page that adapts itself interrupts nobody: a little more often than hints, and while typing too. */
    private static final Pacing ADAPTING = new Pacing(6, 2, 2, true, false);

    private DemoSites() {}

    /**
     * Version 1 of every demo site, the shop first.
     *
     * @param origins exact origins that the demos are served from
     * @param now when the shop's experiment began
     */
    public static List<SiteSettings> all(Set<String> origins, Instant now) {
        return List.of(
                DemoSettings.of(origins, now),
                site(
                        "support-demo",
                        "Demo support chat",
                        SUPPORT_KEY,
                        origins,
                        new PrivacyPolicy(Purpose.PUBLIC_CONSUMER, EUROPE, Set.of(Channel.FRICTION, Channel.TEXT)),
                        List.of(verb("slow-down", HintIntent.SLOW_DOWN), verb("offer-person", HintIntent.HUMAN)),
                        List.of(
                                rule("again", "Struggling again", 90, struggling(0.5), 3, "offer-person"),
                                rule("trouble", "Trouble beside the chat", 80, trouble(), 0, "slow-down"))),
                site(
                        "lesson-demo",
                        "Demo lesson",
                        COURSE_KEY,
                        origins,
                        new PrivacyPolicy(Purpose.EDUCATION, EUROPE, Set.of(Channel.FRICTION)),
                        List.of(
                                verb("worked-example", HintIntent.EXPLAIN),
                                verb("easier-words", HintIntent.SIMPLIFY),
                                verb("take-a-pause", HintIntent.SLOW_DOWN)),
                        List.of(
                                rule(
                                        "wrong",
                                        "Two wrong answers",
                                        90,
                                        seen(SignalKind.FORM_TROUBLE, 1),
                                        0,
                                        "worked-example"),
                                rule("lost", "Reading up and down", 80, searching(), 0, "easier-words"),
                                rule("long", "Stuck for long", 70, struggling(0.4), 4, "take-a-pause"))),
                site(
                        "intake-demo",
                        "Demo clinic form",
                        FORM_KEY,
                        origins,
                        new PrivacyPolicy(Purpose.HEALTH, EUROPE, Set.of(Channel.FRICTION)),
                        List.of(verb("one-at-a-time", HintIntent.SIMPLIFY), takeYourTime()),
                        List.of(
                                rule(
                                        "field",
                                        "A field refused twice",
                                        90,
                                        seen(SignalKind.FORM_TROUBLE, 1),
                                        0,
                                        "one-at-a-time"),
                                rule("struggling", "Struggling with the form", 80, struggling(0.3), 2, "one-at-a-time"),
                                rule(
                                        "back",
                                        "Back to a filled field",
                                        60,
                                        seen(SignalKind.FIELD_RETURN, 2),
                                        0,
                                        "take-your-time"))),
                site(
                        "senses-demo",
                        "Demo of the senses",
                        SENSES_KEY,
                        origins,
                        new PrivacyPolicy(Purpose.PUBLIC_CONSUMER, EUROPE, EnumSet.allOf(Channel.class)),
                        List.of(),
                        List.of()));
    }

    private static SiteSettings site(
            String id,
            String name,
            String key,
            Set<String> origins,
            PrivacyPolicy privacy,
            List<Hint> hints,
            List<ResponseRule> rules) {
        return new SiteSettings(id, 1, name, key, origins, "en", privacy, ADAPTING, 0, false, hints, rules, List.of());
    }

    private static Condition struggling(double certainty) {
        return new Condition.ScoreAtLeast(DemoSettings.STRUGGLING, certainty);
    }

    private static Condition trouble() {
        return new Condition.Any(List.of(
                seen(SignalKind.FORM_TROUBLE, 1), seen(SignalKind.RAGE_CLICK, 1), seen(SignalKind.DEAD_CLICK, 2)));
    }

    private static Condition searching() {
        return new Condition.Any(List.of(seen(SignalKind.SCROLL_REVERSAL, 1), seen(SignalKind.RAGE_CLICK, 1)));
    }

    private static Hint verb(String name, HintIntent intent) {
        return hint(
                name,
                HintKind.VERB,
                intent,
                new Anchor.Page(),
                new Action.Verb(name),
                text("", "", ""),
                text("", "", ""));
    }

    private static Hint takeYourTime() {
        return hint(
                "take-your-time",
                HintKind.TOAST,
                HintIntent.SLOW_DOWN,
                new Anchor.Page(),
                new Action.Close(),
                text(
                        "Take your time",
                        "Every answer can be changed until you send the form, and nothing expires.",
                        "OK"),
                text("In aller Ruhe", "Jede Antwort lässt sich bis zum Absenden ändern, nichts verfällt.", "OK"));
    }
}
