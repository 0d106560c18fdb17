package dev.rapport.feature;

import dev.rapport.frame.Frame;
import dev.rapport.frame.Summary;
import dev.rapport.frame.SummaryField;

/**
 * What is usual for this visitor in this visit, learned from seconds without a signal. In memory only, about 200 bytes. Means and
 * spreads are kept of the logarithm, so that multiplying all of a visitor's times by any factor changes no deviation. Not
 * thread-safe.
 */
public final class Baseline {
    private final Usual keyGap = new Usual();
    private final Usual hover = new Usual();
    private final Usual turns = new Usual();
    private final Usual rests = new Usual();
    private long keys;
    private long corrections;
    private long clicks;
    private long inputs;
    private int seconds;

    /** Learns from a frame that carries no signal; others are left out, since trouble is not usual. */
    public void learn(Frame frame) {
        if (!frame.signals().isEmpty()) {
            return;
        }
        Summary s = frame.summary();
        if (s.get(SummaryField.ACTIVE_MS) > 0) {
            seconds++;
        }
        keys += s.get(SummaryField.KEYS);
        corrections += s.get(SummaryField.CORRECTIONS);
        clicks += s.get(SummaryField.CLICKS);
        inputs += s.get(SummaryField.INPUTS);
        keyGap.add(s.get(SummaryField.KEY_GAP_MS), s.get(SummaryField.KEY_GAPS));
        hover.add(s.get(SummaryField.HOVER_CS), s.get(SummaryField.HOVERS));
        turns.add(s.get(SummaryField.REVERSALS), s.get(SummaryField.PATH_PX));
        rests.add(s.get(SummaryField.PAUSES), s.get(SummaryField.MOVES));
    }

    /** Deviation of the typing gap, -1 to 1. */
    double keyGap(double mean) {
        return keyGap.deviation(mean);
    }

    /** Deviation of the hover time before clicks, -1 to 1. */
    double hover(double mean) {
        return hover.deviation(mean);
    }

    /** Deviation of pointer turns a path length, -1 to 1. */
    double turns(double rate) {
        return turns.deviation(rate);
    }

    /** Deviation of pointer rests a move, -1 to 1. */
    double rests(double rate) {
        return rests.deviation(rate);
    }

    /** Usual share of key presses that delete, 0 to 1; 1 until 20 keys were seen, so that no share exceeds it. */
    double correctionShare() {
        return keys < 20 ? 1 : Math.min(1, (double) corrections / keys);
    }

    /** Usual clicks without a change an active second; 0.5 until 10 active seconds were seen. */
    double clickRate() {
        return seconds < 10 ? 0.5 : Math.max(0, (double) (clicks - inputs) / seconds);
    }

    /** Mean and spread of the logarithm of one quantity, seconds as samples (Welford's recurrence). */
    private static final class Usual {
        /** Seconds of evidence below which nothing is called unusual. */
        private static final int ENOUGH = 12;

        /** Smallest spread of the logarithm: differences below about 40 % are never remarkable. */
        private static final double SPREAD_FLOOR = 0.35;

        private int n;
        private double mean;
        private double squares;

        void add(int sum, int count) {
            if (count <= 0 || sum <= 0) {
                return;
            }
            double x = Math.log((double) sum / count);
            n++;
            double delta = x - mean;
            mean += delta / n;
            squares += delta * (x - mean);
        }

        double deviation(double value) {
            if (n < ENOUGH || !(value > 0)) {
                return 0;
            }
            double spread = Math.max(SPREAD_FLOOR, Math.sqrt(squares / n));
            return Math.tanh((Math.log(value) - mean) / (3 * spread));
        }
    }
}
