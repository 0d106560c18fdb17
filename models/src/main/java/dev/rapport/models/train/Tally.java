package dev.rapport.models.train;

import dev.rapport.models.recording.RecordedVisit;
import dev.rapport.models.recording.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * What alarms were worth. An alarm begins when the probability reaches the threshold and lasts until a frame falls below it; one
 * that comes back within 5 s is the same alarm. (A visitor who does nothing sends no frames, and ends no alarm.) A
 * struggle counts as found when the probability is at the threshold at some moment from its first futile act until
 * {@link Replay#GRACE} seconds after its end. An alarm that begins outside all of these times is false.
 *
 * @param struggles planted struggles that visitors met
 * @param found of them
 * @param alarms all alarms
 * @param falseAlarms of them
 * @param calmSeconds time outside struggles and their grace
 * @param delays seconds from the first futile act to the frame that reached the threshold, of each struggle found
 */
public record Tally(int struggles, int found, int alarms, int falseAlarms, double calmSeconds, List<Double> delays) {
    /** Seconds within which a new rise belongs to the same alarm. */
    private static final double QUIET = 5;

    /** No visits. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, List.of());

    public Tally {
        delays = List.copyOf(delays);
    }

    /** The alarms of one visit at a threshold. */
    public static Tally of(Scored scored, double threshold) {
        double[] at = scored.visit().moments().stream().mapToDouble(Moment::at).toArray();
        boolean[] above = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            above[i] = scored.probabilities()[i] >= threshold;
        }
        RecordedVisit visit = scored.visit().visit();
        return of(visit.truths(), visit.seconds(), at, above, Replay.GRACE);
    }

    /** The alarms of single events, each over as soon as it is told; right until {@code grace} seconds after a struggle. */
    public static Tally of(List<Truth> truths, double seconds, double[] events, double grace) {
        double[] at = new double[2 * events.length];
        boolean[] above = new boolean[at.length];
        for (int i = 0; i < events.length; i++) {
            at[2 * i] = events[i];
            at[2 * i + 1] = events[i];
            above[2 * i] = true;
        }
        return of(truths, seconds, at, above, grace);
    }

    private static Tally of(List<Truth> truths, double seconds, double[] times, boolean[] above, double grace) {
        List<Double> delays = new ArrayList<>();
        boolean[] found = new boolean[truths.size()];
        int alarms = 0;
        int falseAlarms = 0;
        boolean fell = true;
        double lastAbove = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < times.length; i++) {
            double at = times[i];
            if (!above[i]) {
                fell = true;
                continue;
            }
            boolean begins = fell && at - lastAbove > QUIET;
            fell = false;
            lastAbove = at;
            boolean right = false;
            for (int t = 0; t < found.length; t++) {
                if (at >= truths.get(t).from() && at <= truths.get(t).to() + grace) {
                    right = true;
                    if (!found[t]) {
                        found[t] = true;
                        delays.add(at - truths.get(t).from());
                    }
                }
            }
            if (begins) {
                alarms++;
                falseAlarms += right ? 0 : 1;
            }
        }
        double calm = seconds;
        for (Truth truth : truths) {
            calm -= truth.to() + grace - truth.from();
        }
        return new Tally(truths.size(), delays.size(), alarms, falseAlarms, Math.max(0, calm), delays);
    }

    /** The alarms of many visits. */
    public static Tally of(List<Scored> scored, double threshold) {
        Tally sum = NONE;
        for (Scored one : scored) {
            sum = sum.plus(of(one, threshold));
        }
        return sum;
    }

    /** Both together. */
    public Tally plus(Tally other) {
        List<Double> both = new ArrayList<>(delays);
        both.addAll(other.delays);
        return new Tally(
                struggles + other.struggles,
                found + other.found,
                alarms + other.alarms,
                falseAlarms + other.falseAlarms,
                calmSeconds + other.calmSeconds,
                both);
    }

    /** Share of alarms that were right; NaN without alarms. */
    public double precision() {
        return (double) (alarms - falseAlarms) / alarms;
    }

    /** Share of struggles found; NaN without struggles. */
    public double recall() {
        return (double) found / struggles;
    }

    /** Harmonic mean of precision and recall; 0 when nothing was found. */
    public double f1() {
        double p = precision();
        double r = recall();
        return p + r > 0 ? 2 * p * r / (p + r) : 0;
    }

    /** False alarms an hour in which nobody struggled. */
    public double falsePerHour() {
        return falseAlarms / (calmSeconds / 3600);
    }

    /** A quantile of the delays, seconds; NaN when nothing was found. */
    public double delay(double quantile) {
        if (delays.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = delays.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(quantile * sorted.size())));
    }
}
