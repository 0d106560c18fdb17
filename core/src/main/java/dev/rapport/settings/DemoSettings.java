package dev.rapport.settings;

import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Variation;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The site that a fresh server comes with: the demo shop, with responses to each defect planted in it. */
public final class DemoSettings {
    /** The shipped model's threshold, chosen for few false alarms; stands as {@code rapport.threshold} in its metadata. */
    static final double STRUGGLING = 0.93;

    /** Id of the demo site. */
    public static final String SITE = "demo-shop";

    /** Public key in the demo shop's tag. */
    public static final String SITE_KEY = "demo-shop-key-0001";

    private DemoSettings() {}

    /**
     * Version 1 of the demo site.
     *
     * @param origins exact origins that the demo shop is served from
     * @param startedAt when its experiment began
     */
    public static SiteSettings of(Set<String> origins, Instant startedAt) {
        return new SiteSettings(
                SITE,
                1,
                "Demo shop",
                SITE_KEY,
                origins,
                "en",
                new PrivacyPolicy(PrivacyPolicy.Purpose.PUBLIC_CONSUMER, Set.of(Channel.FRICTION)),
                new Pacing(4, 1, 8, true, true),
                0, // nobody is held out, so that everyone who tries the demo is helped
                false,
                hints(),
                rules(),
                List.of(experiment(startedAt)));
    }

    private static List<Hint> hints() {
        return List.of(
                hint(
                        "coupon-help",
                        HintKind.CALLOUT,
                        HintIntent.EXPLAIN,
                        new Anchor.Selector("#apply-coupon"),
                        new Action.Close(),
                        text(
                                "Your code is safe",
                                "Coupon codes are applied on the payment page. You can go on.",
                                "Got it"),
                        text(
                                "Ihr Code ist notiert",
                                "Gutscheincodes werden auf der Zahlungsseite eingelöst.",
                                "Verstanden")),
                hint(
                        "field-help",
                        HintKind.INLINE,
                        HintIntent.EXPLAIN,
                        new Anchor.TroubledElement(),
                        new Action.Close(),
                        text(
                                "",
                                "Write the number with its country code and blanks, for example +43 660 123 4567.",
                                "Thanks"),
                        text("", "Bitte mit Ländervorwahl und Leerzeichen, zum Beispiel +43 660 123 4567.", "Danke")),
                hint(
                        "error-help",
                        HintKind.TOAST,
                        HintIntent.EXPLAIN,
                        new Anchor.Page(),
                        new Action.Link("/demo/help.html"),
                        text(
                                "That did not work",
                                "The fault is on our side and nothing was charged. Card payment works.",
                                "More help"),
                        text(
                                "Das hat nicht geklappt",
                                "Der Fehler liegt bei uns, es wurde nichts abgebucht. Kartenzahlung geht.",
                                "Mehr Hilfe")),
                hint(
                        "simplify-form",
                        HintKind.VERB,
                        HintIntent.SIMPLIFY,
                        new Anchor.Page(),
                        new Action.Verb("simplify-form"),
                        text("", "", ""),
                        text("", "", "")),
                hint(
                        "find-help",
                        HintKind.BANNER,
                        HintIntent.SHORTCUT,
                        new Anchor.Page(),
                        new Action.Link("/demo/help.html"),
                        text(
                                "Looking for something?",
                                "The help page lists delivery, returns and payment.",
                                "Open help"),
                        text(
                                "Suchen Sie etwas?",
                                "Die Hilfeseite nennt Lieferung, Rückgabe und Zahlung.",
                                "Zur Hilfe")),
                hint(
                        "talk-to-us",
                        HintKind.CHAT,
                        HintIntent.HUMAN,
                        new Anchor.Page(),
                        new Action.HandOff(),
                        text("Shall we help?", "Somebody from the shop can take over from here.", "Open the chat"),
                        text("Dürfen wir helfen?", "Jemand aus dem Geschäft übernimmt gern.", "Chat öffnen")),
                hint(
                        "what-was-missing",
                        HintKind.SURVEY,
                        HintIntent.ASK,
                        new Anchor.Page(),
                        new Action.Close(),
                        new HintText(
                                "One question",
                                "What were you looking for on that page?",
                                "",
                                List.of("Details of the product", "Delivery and returns", "Just looking")),
                        new HintText(
                                "Eine Frage",
                                "Was haben Sie auf dieser Seite gesucht?",
                                "",
                                List.of("Einzelheiten zum Produkt", "Lieferung und Rückgabe", "Nur geschaut"))),
                hint(
                        "button-moved",
                        HintKind.CALLOUT,
                        HintIntent.EXPLAIN,
                        new Anchor.TroubledElement(),
                        new Action.Close(),
                        text("It moved", "The button moved while the page was loading. It stays here now.", "OK"),
                        text(
                                "Verrutscht",
                                "Die Schaltfläche ist beim Laden verrutscht. Jetzt bleibt sie hier.",
                                "OK")));
    }

    private static List<ResponseRule> rules() {
        Condition coupon = new Condition.All(List.of(
                new Condition.ElementMatches("#apply-coupon"),
                new Condition.Any(List.of(seen(SignalKind.RAGE_CLICK, 1), seen(SignalKind.DEAD_CLICK, 2)))));
        Condition phone =
                new Condition.All(List.of(new Condition.ElementMatches("#phone"), seen(SignalKind.FORM_TROUBLE, 1)));
        return List.of(
                rule("coupon", "Futile clicks on the coupon button", 90, coupon, 0, "coupon-help"),
                rule("field", "The phone number refused twice", 80, phone, 0, "field-help"),
                rule("error", "A click that led to an error", 70, seen(SignalKind.ERROR_CLICK, 1), 0, "error-help"),
                rule("moved", "The button moved away", 65, seen(SignalKind.MOVING_TARGET, 1), 0, "button-moved"),
                rule(
                        "checkout",
                        "Struggling in the checkout",
                        60,
                        new Condition.All(List.of(
                                new Condition.PageMatches("/demo/checkout**"),
                                new Condition.ScoreAtLeast(STRUGGLING, 0.3))),
                        2,
                        "simplify-form"),
                rule(
                        "searching",
                        "Searching up and down",
                        40,
                        new Condition.Any(List.of(seen(SignalKind.SCROLL_REVERSAL, 1), seen(SignalKind.PAGE_LOOP, 1))),
                        0,
                        "find-help"),
                rule(
                        "repeated",
                        "Trouble again and again",
                        30,
                        new Condition.All(List.of(
                                new Condition.ScoreAtLeast(STRUGGLING, 0.5),
                                new Condition.Not(new Condition.SignalSeen(SignalKind.QUICK_BACK, 1, 10)))),
                        6,
                        "talk-to-us"),
                rule("back", "Straight back", 20, seen(SignalKind.QUICK_BACK, 1), 0, "what-was-missing"));
    }

    private static Experiment experiment(Instant startedAt) {
        return new Experiment(
                "find-help-test",
                "Does the help banner help?",
                "Visitors who scroll up and down find what they need sooner with a link to help, so more of them order.",
                "find-help",
                "find-help-test",
                1,
                List.of(
                        new Variation("control", "No banner", 0.5, null),
                        new Variation("banner", "Help banner", 0.5, "find-help")),
                "order",
                Experiment.Status.RUNNING,
                startedAt);
    }

    static Condition seen(SignalKind kind, int count) {
        return new Condition.SignalSeen(kind, count, 10);
    }

    static ResponseRule rule(String id, String name, int priority, Condition when, int held, String hint) {
        return new ResponseRule(id, name, true, priority, when, held, hint);
    }

    static HintText text(String title, String body, String action) {
        return new HintText(title, body, action, List.of());
    }

    static Hint hint(
            String id, HintKind kind, HintIntent intent, Anchor anchor, Action action, HintText en, HintText de) {
        String name = id.replace('-', ' ');
        return new Hint(
                id,
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                kind,
                intent,
                anchor,
                action,
                Map.of("en", en, "de", de));
    }
}
