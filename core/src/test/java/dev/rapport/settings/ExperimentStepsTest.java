package dev.rapport.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rapport.experiment.Decision;
import dev.rapport.experiment.Decision.Step;
import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Experiment.Status;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.Metric.Kind;
import dev.rapport.experiment.Metric.Role;
import dev.rapport.experiment.Namespace;
import dev.rapport.frame.Channel;
import dev.rapport.privacy.Jurisdiction;
import dev.rapport.privacy.PrivacyPolicy;
import dev.rapport.settings.InvalidSettingsException.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExperimentStepsTest {
    private static final Instant NOW = Instant.parse("2026-11-05T08:00:00Z");
    private static final SiteSettings SITE = DemoSettings.of(Set.of("https://shop.example"), Instant.EPOCH);
    private static final Experiment EXPERIMENT = SITE.experiments().getFirst();

    private static Decision decision(Step step) {
        return new Decision(NOW, "Ada", step, "because");
    }

    private static SiteSettings with(PrivacyPolicy privacy, Experiment... experiments) {
        return new SiteSettings(
                SITE.site(),
                SITE.version(),
                SITE.name(),
                SITE.siteKey(),
                SITE.origins(),
                SITE.defaultLanguage(),
                privacy,
                SITE.pacing(),
                SITE.holdout(),
                SITE.suspended(),
                SITE.hints(),
                SITE.rules(),
                List.of(experiments));
    }

    private static Metric metric(Kind kind, Role role) {
        return new Metric(
                "spent",
                "Spent",
                kind,
                role,
                "order",
                kind == Kind.RATIO ? "visit" : "",
                0,
                0,
                kind == Kind.QUANTILE ? 0.9 : 0,
                false);
    }

    private static List<String> problems(PrivacyPolicy privacy, Experiment experiment) {
        return SettingsValidator.problems(with(privacy, experiment)).stream()
                .map(Problem::path)
                .toList();
    }

    @Test
    void eachStepIsLoggedAndChangesTheStatus() {
        SiteSettings paused = ExperimentSteps.take(SITE, EXPERIMENT.id(), Optional.empty(), decision(Step.PAUSED));
        SiteSettings stopped = ExperimentSteps.take(paused, EXPERIMENT.id(), Optional.empty(), decision(Step.STOPPED));
        SiteSettings archived =
                ExperimentSteps.take(stopped, EXPERIMENT.id(), Optional.empty(), decision(Step.ARCHIVED));

        assertEquals(Status.ARCHIVED, archived.experiments().getFirst().status());
        assertEquals(
                List.of(Step.PAUSED, Step.STOPPED, Step.ARCHIVED),
                archived.experiments().getFirst().decisions().stream()
                        .map(Decision::step)
                        .toList());
        assertEquals(SITE.version() + 3, archived.version());
        assertEquals(List.of(), SettingsValidator.problems(archived));
    }

    @Test
    void aStepThatIsNotPossibleNowIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ExperimentSteps.take(SITE, EXPERIMENT.id(), Optional.empty(), decision(Step.ARCHIVED)));
        assertThrows(
                IllegalArgumentException.class,
                () -> ExperimentSteps.take(SITE, "nothing", Optional.empty(), decision(Step.STOPPED)));
    }

    @Test
    void shippingNothingSwitchesTheRulesOffAndShippingTheHintKeepsThem() {
        SiteSettings without =
                ExperimentSteps.take(SITE, EXPERIMENT.id(), Optional.of("control"), decision(Step.SHIPPED));
        SiteSettings with = ExperimentSteps.take(SITE, EXPERIMENT.id(), Optional.of("banner"), decision(Step.SHIPPED));

        assertTrue(without.rules().stream()
                .filter(rule -> rule.hint().equals(EXPERIMENT.hint()))
                .noneMatch(rule -> rule.enabled()));
        assertEquals(SITE.rules(), with.rules());
        assertEquals(Status.STOPPED, with.experiments().getFirst().status());
        assertThrows(
                IllegalArgumentException.class,
                () -> ExperimentSteps.take(SITE, EXPERIMENT.id(), Optional.of("x"), decision(Step.SHIPPED)));
    }

    @Test
    void metricsNamespaceAndDecisionsSurviveJson() {
        Experiment experiment = EXPERIMENT
                .measuring(
                        List.of(new Metric(
                                "p90", "P 90", Kind.QUANTILE, Role.GUARDRAIL, "order", "", 500, 48, 0.9, true)),
                        new Namespace("checkout", 0.25, 0.5))
                .after(Status.PAUSED, EXPERIMENT.startedAt(), decision(Step.PAUSED));
        SiteSettings site = with(SITE.privacy(), experiment);

        assertEquals(site, SettingsJson.read(SettingsJson.write(site)));
        assertEquals(List.of(), SettingsValidator.problems(site));
    }

    @Test
    void revenueCannotBeTheGoalWhereAffectChannelsAreUsed() {
        PrivacyPolicy affect = new PrivacyPolicy(
                PrivacyPolicy.Purpose.PUBLIC_CONSUMER, Set.of(Jurisdiction.UK), Set.of(Channel.FRICTION, Channel.FACE));
        PrivacyPolicy plain = new PrivacyPolicy(PrivacyPolicy.Purpose.PUBLIC_CONSUMER, Set.of(Channel.FRICTION));
        for (Kind kind : List.of(Kind.MEAN, Kind.RATIO, Kind.QUANTILE)) {
            Experiment goal = EXPERIMENT.measuring(List.of(metric(kind, Role.GOAL)), null);
            assertEquals(List.of("experiments[0].metrics[0].role"), problems(affect, goal));
            assertEquals(List.of(), problems(plain, goal));
            assertEquals(
                    List.of(), problems(affect, EXPERIMENT.measuring(List.of(metric(kind, Role.GUARDRAIL)), null)));
        }
        String why = SettingsValidator.problems(with(
                        affect, EXPERIMENT.measuring(List.of(metric(Kind.MEAN, Role.GOAL)), null)))
                .getFirst()
                .message();
        assertTrue(why.contains("face") && why.contains("make it a guardrail"), why);
    }

    @Test
    void aMetricThatMakesNoSenseIsNamedWithItsField() {
        Experiment experiment = EXPERIMENT.measuring(
                List.of(
                        new Metric("Bad Id", "", Kind.FRICTION, Role.GOAL, "", "x", -1, -1, 0.5, false),
                        new Metric("friction", "F", Kind.BINOMIAL, Role.SECONDARY, "order", "", 3, 0, 0, false)),
                new Namespace("a", 0.6, 0.4));
        List<String> paths = problems(SITE.privacy(), experiment);

        for (String field : List.of("id", "name", "kind", "event", "per", "cap", "windowHours", "level")) {
            assertTrue(paths.contains("experiments[0].metrics[0]." + field), field + " " + paths);
        }
        assertTrue(paths.contains("experiments[0].metrics[1].id"), paths::toString);
        assertTrue(paths.contains("experiments[0].metrics[1].cap"), paths::toString);
        assertTrue(paths.contains("experiments[0].namespace"), paths::toString);
    }

    @Test
    void runningExperimentsMayNotOverlapInOneNamespace() {
        Experiment first = EXPERIMENT.measuring(List.of(), new Namespace("checkout", 0, 0.5));
        Experiment second = new Experiment(
                        "second",
                        "Second",
                        "",
                        "coupon-help",
                        "",
                        1,
                        List.of(
                                new Experiment.Variation("control", "C", 0.5, null),
                                new Experiment.Variation("b", "B", 0.5, "coupon-help")),
                        "order",
                        Status.RUNNING,
                        NOW)
                .measuring(List.of(), new Namespace("checkout", 0.4, 1));

        assertFalse(
                SettingsValidator.problems(with(SITE.privacy(), first, second)).isEmpty());
        assertEquals(
                List.of(),
                SettingsValidator.problems(
                        with(SITE.privacy(), first, second.measuring(List.of(), new Namespace("checkout", 0.5, 1)))));
    }
}
