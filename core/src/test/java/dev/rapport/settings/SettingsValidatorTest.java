package dev.rapport.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Variation;
import dev.rapport.frame.Channel;
import dev.rapport.hint.Action;
import dev.rapport.hint.Anchor;
import dev.rapport.hint.Hint;
import dev.rapport.hint.HintKind;
import dev.rapport.hint.HintText;
import dev.rapport.privacy.Jurisdiction;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.privacy.PrivacyPolicy.Purpose;
import dev.rapport.rule.Condition;
import dev.rapport.rule.ResponseRule;
import dev.rapport.settings.InvalidSettingsException.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsValidatorTest {
    private final SiteSettings site = SampleSettings.site("shop");

    @Test
    void theSampleHasNoProblem() {
        assertEquals(List.of(), SettingsValidator.problems(site));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://*.example",
                "https://shop.example/",
                "https://shop.example/path",
                "shop.example",
                "ftp://shop.example",
                "https://shop.example:99999",
                "https://shop.example:443",
                "https://Shop.example",
                "https://a..b",
                "null",
                "*",
                "https://user@shop.example",
                "https://shop.example?x"
            })
    void originsThatAreNotExactAreRefused(String origin) {
        assertEquals(
                1,
                SettingsValidator.problems(SampleSettings.withOrigins(site, Set.of(origin)))
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "http://localhost:8080", "http://[::1]:8080", "https://10.0.0.7"})
    void exactOriginsAreFine(String origin) {
        assertEquals(List.of(), SettingsValidator.problems(SampleSettings.withOrigins(site, Set.of(origin))));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Save 20% off today', false",
        "en, 'Hurry, it ends soon', false",
        "en, 'You seem frustrated. Shall we help?', false",
        "en, 'We noticed you are getting a bit annoyed', false",
        "de, 'Sie wirken verärgert', false",
        "fr, 'Vous semblez un peu perdue', false",
        "es, 'Pareces enfadada', false",
        "en, 'Your code is safe. You can go on.', true",
        "en, 'If the form is confusing, this page explains it.', true",
        "en, 'Only 3 left', false",
        "en, 'It costs $5', false",
        "de, 'Nur noch heute: 10 EUR', false",
        "fr, 'Une remise pour vous', false",
        "es, 'Compra ahora', false",
        "en, 'Your coupon code has eight letters', true",
        "en, 'Take your time; nothing expires', true",
        "es, 'Si sale un error, escriba otra vez', true",
        "en, 'Zoom to 50 % to see all', true"
    })
    void hintsNeitherSellNorPress(String language, String body, boolean fine) {
        Hint hint = hintWith(new HintText("", body, "Show", List.of()), language);
        SiteSettings changed = SampleSettings.withHints(site, replaceFirst(site.hints(), hint));

        assertEquals(
                fine,
                SettingsValidator.problems(changed).isEmpty(),
                SettingsValidator.problems(changed).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "javascript:alert(1)",
                "http://shop.example",
                "help",
                "/a b",
                "/a\\b",
                "https://"
            })
    void linksThatLeadAstrayAreRefused(String href) {
        Hint callout = SampleSettings.callout();
        Hint hint = new Hint(
                callout.id(),
                callout.name(),
                callout.kind(),
                callout.intent(),
                callout.anchor(),
                new Action.Link(href),
                callout.texts());

        assertPath("hints[0].action.href", SampleSettings.withHints(site, replaceFirst(site.hints(), hint)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#a{", "a[b", "a)", "'x", "a,", "a > ", "<b>"})
    void selectorsThatCannotBeAreRefused(String css) {
        Hint callout = SampleSettings.callout();
        Hint hint = new Hint(
                callout.id(),
                callout.name(),
                callout.kind(),
                callout.intent(),
                new Anchor.Selector(css),
                callout.action(),
                callout.texts());

        assertPath("hints[0].anchor.css", SampleSettings.withHints(site, replaceFirst(site.hints(), hint)));
    }

    @Test
    void aHintWithoutTextInTheDefaultLanguageIsRefused() {
        Hint hint = hintWith(new HintText("", "Hallo", "Zeigen", List.of()), "de");
        Hint only = new Hint(
                hint.id(),
                hint.name(),
                hint.kind(),
                hint.intent(),
                hint.anchor(),
                hint.action(),
                Map.of("de", new HintText("", "Hallo", "Zeigen", List.of())));

        assertPath("hints[0].texts.en", SampleSettings.withHints(site, replaceFirst(site.hints(), only)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aSurveyHasTwoToSixChoices(int choices) {
        Hint survey = site.hints().get(1);
        Hint hint = new Hint(
                survey.id(),
                survey.name(),
                HintKind.SURVEY,
                survey.intent(),
                survey.anchor(),
                survey.action(),
                Map.of("en", new HintText("", "How?", "", Collections.nCopies(choices, "Fine"))));
        SiteSettings changed = SampleSettings.withHints(
                site, List.of(site.hints().get(0), hint, site.hints().get(2)));

        assertPath("hints[1].texts.en.choices", changed);
    }

    @Test
    void aDoubledIdIsRefusedWhereItComesAgain() {
        assertPath(
                "rules[1].id", SampleSettings.withRules(site, List.of(SampleSettings.rule(), SampleSettings.rule())));
    }

    @Test
    void moreThanTheMostRulesAreRefused() {
        assertPath(
                "rules",
                SampleSettings.withRules(
                        site, Collections.nCopies(SettingsValidator.LIMIT + 1, SampleSettings.rule())));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0.5", "-0.1, 0.5", "1.1, 0.5"})
    void aProbabilityOutsideItsRangeIsRefused(double probability, double certainty) {
        ResponseRule rule = new ResponseRule(
                "r",
                "R",
                true,
                0,
                new Condition.Not(new Condition.ScoreAtLeast(probability, certainty)),
                0,
                "simplify");

        assertPath("rules[0].when.condition.probability", SampleSettings.withRules(site, List.of(rule)));
    }

    @Test
    void aConditionNestedTooDeepIsRefused() {
        Condition condition = new Condition.VisitorIs(true);
        for (int i = 0; i < 100; i++) {
            condition = new Condition.Not(condition);
        }
        SiteSettings changed =
                SampleSettings.withRules(site, List.of(new ResponseRule("r", "R", true, 0, condition, 0, "simplify")));

        assertTrue(SettingsValidator.problems(changed).getFirst().message().contains("nested"));
    }

    @Test
    void aChannelThatTheGateRefusesIsNamedWithTheReason() {
        PrivacyPolicy face = new PrivacyPolicy(
                Purpose.PUBLIC_CONSUMER, Set.of(Jurisdiction.US_ILLINOIS), Set.of(Channel.FRICTION, Channel.FACE));

        Problem problem = SettingsValidator.problems(SampleSettings.withPrivacy(site, face))
                .getFirst();
        assertEquals("privacy.channels", problem.path());
        assertTrue(problem.message().contains("face") && problem.message().contains("Illinois"), problem.message());
    }

    @Test
    void unstatedAndAPlaceAtOnceAreRefused() {
        PrivacyPolicy both = new PrivacyPolicy(
                Purpose.PUBLIC_CONSUMER, Set.of(Jurisdiction.UNSTATED, Jurisdiction.UK), Set.of(Channel.FRICTION));

        assertPath("privacy.jurisdictions", SampleSettings.withPrivacy(site, both));
    }

    @Test
    void weightsThatDoNotAddUpAreRefused() {
        assertPath("experiments[0].variations", experimentWith(0.5, 0.6, "coupon-help"));
        assertPath("experiments[0].variations", experimentWith(Double.NaN, 0.5, "coupon-help"));
    }

    @Test
    void anExperimentWithoutExactlyOneControlIsRefused() {
        SiteSettings changed = SampleSettings.withExperiments(
                site,
                List.of(experiment(List.of(
                        new Variation("a", "A", 0.5, "simplify"), new Variation("b", "B", 0.5, "coupon-help")))));

        assertPath("experiments[0].variations", changed);
    }

    @Test
    void anUnknownHintReferenceIsRefused() {
        assertPath("experiments[0].variations[1].hint", experimentWith(0.5, 0.5, "gone"));
    }

    @Test
    void twoExperimentsRunningOnOneHintAreRefused() {
        Experiment first = SampleSettings.experiment();
        Experiment second = new Experiment(
                "second",
                first.name(),
                first.hypothesis(),
                first.hint(),
                "",
                1,
                first.variations(),
                first.goal(),
                first.status(),
                first.startedAt());

        assertPath("experiments[1].status", SampleSettings.withExperiments(site, List.of(first, second)));
    }

    private SiteSettings experimentWith(double control, double treatment, String hint) {
        return SampleSettings.withExperiments(
                site,
                List.of(experiment(List.of(
                        new Variation("control", "Control", control, null),
                        new Variation("hint", "Hint", treatment, hint)))));
    }

    private static Experiment experiment(List<Variation> variations) {
        Experiment e = SampleSettings.experiment();
        return new Experiment(
                e.id(),
                e.name(),
                e.hypothesis(),
                e.hint(),
                e.seed(),
                e.coverage(),
                variations,
                e.goal(),
                e.status(),
                e.startedAt());
    }

    private static Hint hintWith(HintText text, String language) {
        Hint callout = SampleSettings.callout();
        Map<String, HintText> texts = new java.util.HashMap<>(callout.texts());
        texts.put(language, text);
        return new Hint(
                callout.id(),
                callout.name(),
                callout.kind(),
                callout.intent(),
                callout.anchor(),
                callout.action(),
                texts);
    }

    private static List<Hint> replaceFirst(List<Hint> hints, Hint first) {
        return List.of(first, hints.get(1), hints.get(2));
    }

    private static void assertPath(String path, SiteSettings settings) {
        List<Problem> problems = SettingsValidator.problems(settings);
        assertTrue(problems.stream().anyMatch(p -> p.path().equals(path)), problems.toString());
    }
}
