package dev.rapport.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Fits a candidate to a site's answers and tries it against the adjustment in use. Visitors are dealt into {@value #FOLDS} parts; each
 * part is judged by a candidate fitted to the others, so every comparison is on visitors it had not seen.
 *
 * <ol>
 *   <li>At least {@value Fitter#ENOUGH} answers of {@value #PEOPLE} visitors, {@value #EACH} of each kind.
 *   <li>Relation: the covariance over visitors of mean score and mean answer; at most {@value #RELATION} of {@value #DRAWS}
 *       shuffles of answers among visitors may reach it. A score that says nothing here cannot be mended by calibrating it.
 *   <li>Gain: the log-loss saved, summed by visitor; at most {@value #CHANCE} of {@value #DRAWS} draws in which each visitor's saving
 *       keeps or changes its sign by a coin may reach it.
 * </ol>
 *
 * The adjustment in use may have seen some of these visitors; that favours it. The same answers give the same verdict.
 */
public final class Trial {
    private static final int FOLDS = 5;
    private static final int PEOPLE = 20;
    private static final int EACH = 8;
    private static final double RELATION = 0.01;
    private static final double CHANCE = 0.05;
    private static final int DRAWS = 2000;
    private static final long SEED = 20_261_123;

    private final Adjustment candidate;
    private final Verdict verdict;

    private Trial(Adjustment candidate, Verdict verdict) {
        this.candidate = candidate;
        this.verdict = verdict;
    }

    /** The candidate, fitted to all answers; to be used only if the verdict says so. */
    public Adjustment candidate() {
        return candidate;
    }

    /** What the comparison came to. */
    public Verdict verdict() {
        return verdict;
    }

    /** Tries what can be learned from {@code labels} as {@code version} against {@code incumbent}. */
    public static Trial of(List<Label> labels, Adjustment incumbent, int version) {
        Map<String, List<Label>> visitors = new TreeMap<>();
        labels.forEach(label -> visitors.computeIfAbsent(label.unit(), unit -> new ArrayList<>())
                .add(label));
        int struggling = (int) labels.stream().filter(Label::struggling).count();
        Adjustment candidate = Fitter.fit(labels, version);
        Tested tested = new Tested(labels.size(), visitors.size(), struggling);
        if (labels.size() < Fitter.ENOUGH) {
            return new Trial(candidate, tested.refused(Verdict.Answer.TOO_FEW_ANSWERS));
        }
        if (visitors.size() < PEOPLE) {
            return new Trial(candidate, tested.refused(Verdict.Answer.TOO_FEW_VISITORS));
        }
        if (Math.min(struggling, labels.size() - struggling) < EACH) {
            return new Trial(candidate, tested.refused(Verdict.Answer.ONE_SIDED));
        }
        return new Trial(candidate, compared(visitors, incumbent, tested));
    }

    private record Tested(int labels, int visitors, int struggling) {
        Verdict refused(Verdict.Answer answer) {
            return new Verdict(answer, labels, visitors, struggling, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    private static Verdict compared(Map<String, List<Label>> visitors, Adjustment incumbent, Tested tested) {
        Random random = new Random(SEED);
        Map<String, Integer> folds = dealt(visitors, random);
        double[] saved = new double[visitors.size()];
        double before = 0;
        double after = 0;
        Adjustment[] fitted = new Adjustment[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Label> others = new ArrayList<>();
            int held = fold;
            visitors.forEach((unit, answers) -> {
                if (folds.getOrDefault(unit, 0) != held) {
                    others.addAll(answers);
                }
            });
            fitted[fold] = Fitter.fit(others, 0);
        }
        int v = 0;
        for (Map.Entry<String, List<Label>> visitor : visitors.entrySet()) {
            Adjustment unseen = fitted[folds.getOrDefault(visitor.getKey(), 0)];
            for (Label label : visitor.getValue()) {
                double old = Forecast.loss(incumbent.logOdds(label), label.struggling());
                double fresh = Forecast.loss(unseen.logOdds(label), label.struggling());
                before += old;
                after += fresh;
                saved[v] += old - fresh;
            }
            v++;
        }
        double relation = relation(visitors, incumbent, random);
        double chance = chance(saved, random);
        Verdict.Answer answer = relation > RELATION
                ? Verdict.Answer.NO_RELATION
                : chance > CHANCE ? Verdict.Answer.NO_GAIN : Verdict.Answer.ACCEPTED;
        int n = tested.labels();
        return new Verdict(answer, n, tested.visitors(), tested.struggling(), before / n, after / n, relation, chance);
    }

    private static Map<String, Integer> dealt(Map<String, List<Label>> visitors, Random random) {
        List<String> units = new ArrayList<>(visitors.keySet());
        Collections.shuffle(units, random);
        Map<String, Integer> folds = new LinkedHashMap<>();
        units.forEach(unit -> folds.put(unit, folds.size() % FOLDS));
        return folds;
    }

    private static double relation(Map<String, List<Label>> visitors, Adjustment incumbent, Random random) {
        double[] scores = visitors.values().stream()
                .mapToDouble(answers ->
                        answers.stream().mapToDouble(incumbent::fused).average().orElse(0))
                .toArray();
        double middle = Arrays.stream(scores).average().orElse(0);
        List<Double> said = new ArrayList<>();
        visitors.values()
                .forEach(answers -> said.add(answers.stream()
                        .mapToDouble(label -> label.struggling() ? 1 : 0)
                        .average()
                        .orElse(0)));
        double real = covariance(scores, middle, said);
        int reached = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            Collections.shuffle(said, random);
            reached += covariance(scores, middle, said) >= real ? 1 : 0;
        }
        return reached / (DRAWS + 1.0);
    }

    private static double covariance(double[] scores, double middle, List<Double> said) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += (scores[i] - middle) * said.get(i);
        }
        return sum;
    }

    private static double chance(double[] saved, Random random) {
        double real = Arrays.stream(saved).sum();
        int reached = 1;
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (double one : saved) {
                sum += random.nextBoolean() ? one : -one;
            }
            reached += sum >= real ? 1 : 0;
        }
        return reached / (DRAWS + 1.0);
    }
}
