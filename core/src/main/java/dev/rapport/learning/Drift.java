package dev.rapport.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far what is seen now lies from what was seen before, as the population stability index {@code sum (a - e) ln(a / e)} over
 * bins with shares a now and e before. Each share counts as if {@value #PRIOR} seconds more had been seen in its bin.
 *
 * @param measure {@code score}, or the name of a cause
 * @param psi 0 or more
 */
public record Drift(String measure, double psi) {
    /** The measure of all scores together. */
    public static final String SCORE = "score";

    /** Scored seconds below which nothing is said. */
    public static final long ENOUGH = 1000;

    private static final double PRIOR = 5;

    /** What an index means, by the bounds in common use in credit scoring (Siddiqi 2006). */
    public enum Level {
        /** Below 0.1. */
        STEADY,
        /** 0.1 to 0.25. */
        MOVED,
        /** 0.25 and above: an alarm. */
        SHIFTED
    }

    /** What the index means. */
    public Level level() {
        return psi < 0.1 ? Level.STEADY : psi < 0.25 ? Level.MOVED : Level.SHIFTED;
    }

    /** Score and causes against a model's reference, score first, then the largest; empty below {@value #ENOUGH} scored seconds. */
    public static List<Drift> of(ScoreCounts now, Reference before) {
        long n = now.scored();
        if (n < ENOUGH) {
            return List.of();
        }
        List<Drift> causes = new ArrayList<>();
        Set<String> names = new TreeSet<>(before.reasons().keySet());
        names.addAll(now.reasons().keySet());
        for (String name : names) {
            double seconds = now.reasons().getOrDefault(name, 0L);
            double share = before.reasons().getOrDefault(name, 0.0);
            causes.add(new Drift(name, psi(new double[] {seconds, n - seconds}, new double[] {share * n, (1 - share) * n
            })));
        }
        causes.sort((a, b) -> Double.compare(b.psi(), a.psi()));
        List<Drift> all = new ArrayList<>(List.of(score(now, before)));
        all.addAll(causes);
        return all;
    }

    /** The score against a model's reference, however few seconds there are. */
    public static Drift score(ScoreCounts now, Reference before) {
        double n = now.scored();
        return new Drift(
                SCORE,
                psi(
                        now.bins().stream().mapToDouble(Long::doubleValue).toArray(),
                        before.scores().stream().mapToDouble(share -> share * n).toArray()));
    }

    /** Score and causes against an earlier stretch of the same site; empty when either has too few scored seconds. */
    public static List<Drift> of(ScoreCounts now, ScoreCounts before) {
        return before.scored() < ENOUGH ? List.of() : of(now, Reference.of(before));
    }

    private static double psi(double[] now, double[] before) {
        double nowSum = 0;
        double beforeSum = 0;
        for (int i = 0; i < now.length; i++) {
            nowSum += now[i] + PRIOR;
            beforeSum += before[i] + PRIOR;
        }
        double psi = 0;
        for (int i = 0; i < now.length; i++) {
            double a = (now[i] + PRIOR) / nowSum;
            double e = (before[i] + PRIOR) / beforeSum;
            psi += (a - e) * StrictMath.log(a / e);
        }
        return psi;
    }
}
