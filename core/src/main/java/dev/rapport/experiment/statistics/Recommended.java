package dev.rapport.experiment.statistics;

import dev.rapport.experiment.statistics.Estimate.Effect;
import dev.rapport.experiment.statistics.Estimate.NotEstimable;
import java.util.List;
import java.util.Optional;

/**
 * The way this product decides: {@link SequentialTest} on the absolute difference, behind guards against small counts. One
 * may look at any time. The relative difference is only shown, and only where it keeps its promise.
 *
 * <p>Guards: shares need {@value #FEWEST_EVENTS} units of both arms that did and as many that did not; other metrics {@value
 * #FEWEST_UNITS} units in each arm. A relative difference needs both means at least five standard errors from 0, which for
 * shares is 25 conversions in each arm. Where an arm of a share does not vary yet, the standard error is that of both arms
 * with one success and one failure added (Agresti, Caffo 2000).
 */
public final class Recommended {
    /** Units of both arms that did it, and that did not, before a share is tested. */
    public static final int FEWEST_EVENTS = 25;

    /** Units in each arm before any other metric is tested. */
    public static final int FEWEST_UNITS = 100;

    private static final double FIRM = 4.999;

    private Recommended() {}

    /** What can be said now. */
    public sealed interface Answer {}

    /**
     * A difference that may be acted on where its interval leaves out 0.
     *
     * @param effect absolute
     * @param result always valid
     * @param relative for display; empty where it would not keep its promise
     */
    public record Tested(Effect effect, TestResult result, Optional<Relative> relative) implements Answer {
        /** True when the difference is beyond chance at level {@code alpha}. */
        public boolean beyondChance(double alpha) {
            return result.pValue() <= alpha;
        }
    }

    /**
     * Nothing yet.
     *
     * @param reason one clause
     */
    public record TooEarly(String reason) implements Answer {}

    /**
     * A relative difference.
     *
     * @param value (treatment - control)/|control|
     * @param interval always valid
     */
    public record Relative(double value, Interval interval) {}

    /** Compares two arms at false-alarm rate {@code alpha} over all looks, tightest at {@code tuning} units. */
    public static Answer ask(Statistic control, Statistic treatment, double alpha, double tuning) {
        Optional<String> early = early(control, treatment);
        if (early.isPresent()) {
            return new TooEarly(early.get());
        }
        Contrast contrast = Contrast.of(control, treatment);
        return switch (Difference.of(contrast, Scale.ABSOLUTE)) {
            case Effect effect -> tested(effect, contrast, alpha, tuning);
            case NotEstimable none ->
                control instanceof Proportion a && treatment instanceof Proportion b
                        ? tested(smoothed(a, b), contrast, alpha, tuning)
                        : new TooEarly(none.reason().sentence());
        };
    }

    /** Compares two arms over strata; the guards look at the totals. */
    public static Answer ask(List<Contrast> strata, double alpha, double tuning) {
        Contrast total = strata.stream()
                .reduce(Contrast::plus)
                .map(sum -> Contrast.of(sum.control(), sum.treatment()))
                .orElseThrow(() -> new IllegalArgumentException("there is no stratum"));
        if (strata.size() == 1) {
            return ask(strata.get(0).control(), strata.get(0).treatment(), alpha, tuning);
        }
        Optional<String> early = early(asShare(total.control(), strata), asShare(total.treatment(), strata));
        if (early.isPresent()) {
            return new TooEarly(early.get());
        }
        return switch (PostStratification.of(strata, Scale.ABSOLUTE)) {
            case Effect effect ->
                new Tested(
                        effect,
                        SequentialTest.test(effect, alpha, tuning, 0, Tail.TWO_SIDED),
                        firm(total.control()) && firm(total.treatment())
                                ? relative(PostStratification.of(strata, Scale.RELATIVE), alpha, tuning)
                                : Optional.empty());
            case NotEstimable none -> new TooEarly(none.reason().sentence());
        };
    }

    /** Shares add up to a mean of zeros and ones; for the guards they stay shares. */
    private static Statistic asShare(Statistic total, List<Contrast> strata) {
        boolean shares = strata.stream().allMatch(stratum -> stratum.control() instanceof Proportion);
        return shares && total instanceof SampleMean sum ? new Proportion(sum.n(), sum.sum()) : total;
    }

    private static Tested tested(Effect effect, Contrast contrast, double alpha, double tuning) {
        return new Tested(
                effect,
                SequentialTest.test(effect, alpha, tuning, 0, Tail.TWO_SIDED),
                firm(contrast.control()) && firm(contrast.treatment())
                        ? relative(Difference.of(contrast, Scale.RELATIVE), alpha, tuning)
                        : Optional.empty());
    }

    private static Optional<Relative> relative(Estimate estimate, double alpha, double tuning) {
        return switch (estimate) {
            case NotEstimable none -> Optional.empty();
            case Effect effect ->
                Optional.of(new Relative(
                        effect.value(),
                        SequentialTest.test(effect, alpha, tuning, 0, Tail.TWO_SIDED)
                                .interval()));
        };
    }

    private static Optional<String> early(Statistic control, Statistic treatment) {
        if (control instanceof Proportion a && treatment instanceof Proportion b) {
            double did = a.sum() + b.sum();
            double didNot = a.n() + b.n() - did;
            return Math.min(did, didNot) >= FEWEST_EVENTS && a.n() > 1 && b.n() > 1
                    ? Optional.empty()
                    : Optional.of("fewer than " + FEWEST_EVENTS + " visitors of the two arms "
                            + (did < FEWEST_EVENTS ? "converted" : "did not convert"));
        }
        return Math.min(control.n(), treatment.n()) >= FEWEST_UNITS
                ? Optional.empty()
                : Optional.of("an arm has fewer than " + FEWEST_UNITS + " visitors");
    }

    private static Effect smoothed(Proportion control, Proportion treatment) {
        Proportion a = new Proportion(control.n() + 2, control.sum() + 1);
        Proportion b = new Proportion(treatment.n() + 2, treatment.sum() + 1);
        return new Effect(
                treatment.mean() - control.mean(),
                Math.sqrt(a.variance() / a.n() + b.variance() / b.n()),
                Difference.degreesOfFreedom(a, b),
                control.n() + treatment.n(),
                control.mean(),
                treatment.mean(),
                Double.NaN,
                false);
    }

    /** At least five standard errors from 0; for a share of s conversions that is about √s. */
    private static boolean firm(Statistic arm) {
        if (arm instanceof Proportion share) {
            return share.sum() >= FEWEST_EVENTS;
        }
        double mean = arm.unadjustedMean();
        return mean * mean * arm.n() >= FIRM * FIRM * arm.variance();
    }
}
