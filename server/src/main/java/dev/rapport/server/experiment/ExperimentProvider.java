package dev.rapport.server.experiment;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.Metadata;
import dev.openfeature.sdk.MutableStructure;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.Reason;
import dev.openfeature.sdk.Value;
import dev.rapport.experiment.Assigner;
import dev.rapport.experiment.Experiment;
import dev.rapport.session.Device;
import dev.rapport.session.Visit;
import dev.rapport.settings.SiteSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An OpenFeature provider over a site's experiments: the flag key is an experiment's id, the targeting key the unit that the
 * page's visits are assigned by. As text a flag is the variation's key, as truth value whether the variation shows something,
 * as object {@code {variation, hint}}. It assigns exactly as the visitor's page does, holdout, namespace and coverage
 * included; an attribute named as the experiment forces a variation. It only tells: exposures are counted at the moment when
 * a hint would show, not here. Thread-safe.
 */
public final class ExperimentProvider implements FeatureProvider {
    private static final String HELD_OUT = "held-out";

    private final Supplier<Optional<SiteSettings>> settings;

    /** A provider that reads the newest settings at each question, for example {@code () -> store.bySite("shop")}. */
    public ExperimentProvider(Supplier<Optional<SiteSettings>> settings) {
        this.settings = settings;
    }

    @Override
    public Metadata getMetadata() {
        return () -> "Rapport experiments";
    }

    @Override
    public ProviderEvaluation<String> getStringEvaluation(String key, String otherwise, EvaluationContext context) {
        return evaluate(key, otherwise, context, Assigned::variation);
    }

    @Override
    public ProviderEvaluation<Boolean> getBooleanEvaluation(String key, Boolean otherwise, EvaluationContext context) {
        return evaluate(key, otherwise, context, assigned -> assigned.hint().isPresent());
    }

    @Override
    public ProviderEvaluation<Value> getObjectEvaluation(String key, Value otherwise, EvaluationContext context) {
        return evaluate(
                key,
                otherwise,
                context,
                assigned -> new Value(new MutableStructure()
                        .add("variation", assigned.variation())
                        .add("hint", assigned.hint().orElse(""))));
    }

    @Override
    public ProviderEvaluation<Integer> getIntegerEvaluation(String key, Integer otherwise, EvaluationContext context) {
        return wrongType(otherwise);
    }

    @Override
    public ProviderEvaluation<Double> getDoubleEvaluation(String key, Double otherwise, EvaluationContext context) {
        return wrongType(otherwise);
    }

    private record Assigned(String variation, Optional<String> hint, Reason reason) {}

    private <T> ProviderEvaluation<T> evaluate(
            String key, T otherwise, EvaluationContext context, Function<Assigned, T> value) {
        Optional<SiteSettings> site = settings.get();
        if (site.isEmpty()) {
            return failed(otherwise, ErrorCode.PROVIDER_NOT_READY, "there are no settings of the site");
        }
        Optional<Experiment> experiment = site.get().experiments().stream()
                .filter(one -> one.id().equals(key))
                .findFirst();
        if (experiment.isEmpty()) {
            return failed(otherwise, ErrorCode.FLAG_NOT_FOUND, "there is no experiment '" + key + "'");
        }
        String unit = context.getTargetingKey();
        if (unit == null || unit.isEmpty()) {
            return failed(otherwise, ErrorCode.TARGETING_KEY_MISSING, "the targeting key must be the visitor's unit");
        }
        if (experiment.get().status() != Experiment.Status.RUNNING) {
            return fallback(otherwise, Reason.DISABLED);
        }
        Visit visit = visit(site.get().site(), unit, forced(key, context));
        return assigned(site.get(), experiment.get(), visit)
                .map(assigned -> ProviderEvaluation.<T>builder()
                        .value(value.apply(assigned))
                        .variant(assigned.variation())
                        .reason(assigned.reason().name())
                        .build())
                .map(evaluation -> (ProviderEvaluation<T>) evaluation)
                .orElseGet(() -> fallback(otherwise, Reason.DEFAULT));
    }

    private static Optional<Assigned> assigned(SiteSettings site, Experiment experiment, Visit visit) {
        if (Assigner.holdout(site.site(), site.holdout(), visit).isPresent()) {
            return Optional.of(new Assigned(HELD_OUT, Optional.empty(), Reason.SPLIT));
        }
        return Assigner.assign(experiment, visit)
                .map(arm -> new Assigned(
                        arm.variation(), experiment.hintOf(arm), arm.forced() ? Reason.TARGETING_MATCH : Reason.SPLIT));
    }

    private static Map<String, String> forced(String key, EvaluationContext context) {
        Value value = context.getValue(key);
        return value != null && value.isString() ? Map.of(key, value.asString()) : Map.of();
    }

    private static Visit visit(String site, String unit, Map<String, String> forced) {
        return new Visit(site, unit, unit, Device.MOUSE, "", false, Set.of(), false, forced, Instant.EPOCH);
    }

    private static <T> ProviderEvaluation<T> fallback(T otherwise, Reason reason) {
        return ProviderEvaluation.<T>builder()
                .value(otherwise)
                .reason(reason.name())
                .build();
    }

    private static <T> ProviderEvaluation<T> wrongType(T otherwise) {
        return failed(otherwise, ErrorCode.TYPE_MISMATCH, "an experiment is a text, a truth value or an object");
    }

    private static <T> ProviderEvaluation<T> failed(T otherwise, ErrorCode code, String message) {
        return ProviderEvaluation.<T>builder()
                .value(otherwise)
                .reason(Reason.ERROR.name())
                .errorCode(code)
                .errorMessage(message)
                .build();
    }
}
