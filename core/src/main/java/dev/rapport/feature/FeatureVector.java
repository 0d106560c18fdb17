package dev.rapport.feature;

import dev.rapport.frame.SignalKind;
import dev.rapport.frame.SummaryField;

/** Computes the feature vector of a visit's present moment. The formulas stand at each {@link Feature}. */
public final class FeatureVector {
    private static final int KINDS = SignalKind.values().length;

    private FeatureVector() {}

    /** The vector of {@link Feature#COUNT} finite numbers in [-1, 1]. */
    public static float[] of(Window window, Baseline baseline) {
        float[] v = new float[Feature.COUNT];
        signals(window, v);
        rates(window, baseline, v);
        deviations(window, baseline, v);
        return v;
    }

    private static void signals(Window window, float[] v) {
        if (window.signals(Window.SECONDS) == 0) {
            return; // all of them 0, as they are
        }
        double[] recent = new double[KINDS];
        Tally tally = new Tally(recent);
        window.forEachSignal(Window.SECONDS, tally);
        set(v, Feature.RAGE, sat(1.2 * recent[SignalKind.RAGE_CLICK.ordinal()]));
        set(v, Feature.DEAD, sat(0.6 * recent[SignalKind.DEAD_CLICK.ordinal()]));
        set(v, Feature.ERROR, sat(0.9 * recent[SignalKind.ERROR_CLICK.ordinal()]));
        set(v, Feature.FORM, sat(0.9 * recent[SignalKind.FORM_TROUBLE.ordinal()]));
        set(v, Feature.FIELD_RETURN, sat(0.4 * recent[SignalKind.FIELD_RETURN.ordinal()]));
        set(v, Feature.THRASH, sat(0.7 * recent[SignalKind.THRASH.ordinal()]));
        set(v, Feature.QUICK_BACK, sat(0.6 * recent[SignalKind.QUICK_BACK.ordinal()]));
        set(v, Feature.SCROLL_HUNT, sat(0.6 * recent[SignalKind.SCROLL_REVERSAL.ordinal()]));
        set(v, Feature.PAGE_LOOP, sat(0.7 * recent[SignalKind.PAGE_LOOP.ordinal()]));
        set(v, Feature.CORRECTION_BURST, sat(0.6 * recent[SignalKind.CORRECTION_BURST.ordinal()]));
        set(v, Feature.ERROR_COPY, sat(0.8 * recent[SignalKind.ERROR_COPY.ordinal()]));
        set(v, Feature.HESITATION, sat(0.3 * recent[SignalKind.HESITATION.ordinal()]));
        set(v, Feature.SLOW, sat(0.05 * tally.lateTenths));
        set(v, Feature.REFRESH, sat(0.8 * recent[SignalKind.REFRESH.ordinal()]));
        set(
                v,
                Feature.TOUCH_MISS,
                sat(0.5 * (recent[SignalKind.DEAD_SWIPE.ordinal()] + recent[SignalKind.MIS_TAP.ordinal()])));
        set(v, Feature.MOVING_TARGET, sat(0.6 * recent[SignalKind.MOVING_TARGET.ordinal()]));
        set(v, Feature.SAME_ELEMENT, sat(0.5 * Math.max(0, tally.mostTroubled() - 1)));
        set(v, Feature.KINDS, sat(0.5 * Math.max(0, tally.kinds() - 1)));
    }

    private static void rates(Window window, Baseline baseline, float[] v) {
        double active = Math.max(1, window.recent(SummaryField.ACTIVE_MS) / 1000.0);
        set(v, Feature.INVALID, sat(2 * window.recent(SummaryField.INVALIDS) / active));
        set(v, Feature.PAGE_ERRORS, sat(window.recent(SummaryField.ERRORS) / active));
        set(v, Feature.WAITING, sat(2 * window.recent(SummaryField.SLOW_MS) / 1000.0 / active));
        set(v, Feature.SCROLL_TURNS, sat(window.recent(SummaryField.SCROLL_REVERSALS) / active));
        long keys = window.sum(SummaryField.KEYS);
        if (keys >= 8) {
            double share = Math.min(1, (double) window.sum(SummaryField.CORRECTIONS) / keys);
            set(v, Feature.CORRECTIONS, Math.max(0, share - baseline.correctionShare()));
        }
        double futile = (window.recent(SummaryField.CLICKS) - window.recent(SummaryField.INPUTS)) / active;
        set(v, Feature.CLICK_RATE, sat(Math.max(0, futile - baseline.clickRate())));
    }

    private static void deviations(Window window, Baseline baseline, float[] v) {
        set(v, Feature.TYPING_RHYTHM, baseline.keyGap(mean(window, SummaryField.KEY_GAP_MS, SummaryField.KEY_GAPS, 6)));
        set(v, Feature.HOVER, baseline.hover(mean(window, SummaryField.HOVER_CS, SummaryField.HOVERS, 2)));
        set(v, Feature.POINTER_TURNS, baseline.turns(mean(window, SummaryField.REVERSALS, SummaryField.PATH_PX, 40)));
        set(v, Feature.POINTER_RESTS, baseline.rests(mean(window, SummaryField.PAUSES, SummaryField.MOVES, 20)));
    }

    /** Sum over count, or 0 (which means "no evidence") below {@code enough} counts. */
    private static double mean(Window window, SummaryField sum, SummaryField count, int enough) {
        long n = window.sum(count);
        return n < enough ? 0 : (double) window.sum(sum) / n;
    }

    private static double sat(double x) {
        return x == 0 ? 0 : -Math.expm1(-x);
    }

    private static void set(float[] v, Feature feature, double value) {
        v[feature.ordinal()] = (float) Math.max(-1, Math.min(1, value));
    }

    /** Recency-weighted counts by kind and by element. */
    private static final class Tally implements Window.SignalVisitor {
        private final double[] byKind;
        private final String[] elements = new String[8];
        private final double[] byElement = new double[8];
        private double lateTenths;

        Tally(double[] byKind) {
            this.byKind = byKind;
        }

        @Override
        public void visit(SignalKind kind, String element, int magnitude, int age) {
            double weight = Recency.weight(age);
            byKind[kind.ordinal()] += weight;
            if (kind == SignalKind.SLOW_RESPONSE) {
                lateTenths += weight * magnitude;
            }
            if (element.isEmpty()) {
                return;
            }
            for (int i = 0; i < elements.length; i++) {
                if (elements[i] == null) {
                    elements[i] = element;
                }
                if (element.equals(elements[i])) {
                    byElement[i] += weight;
                    return;
                }
            }
        }

        double mostTroubled() {
            double most = 0;
            for (double n : byElement) {
                most = Math.max(most, n);
            }
            return most;
        }

        double kinds() {
            double kinds = 0;
            for (double n : byKind) {
                kinds += Math.min(1, n);
            }
            return kinds;
        }
    }
}
