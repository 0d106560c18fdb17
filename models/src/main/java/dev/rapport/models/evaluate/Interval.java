package dev.rapport.models.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * A number with its 95 % bootstrap interval. Pages and personas are drawn anew, both with replacement, and a visit counts as
 * often as its page times its persona were drawn (Owen's pigeonhole bootstrap): another corpus of this kind would give a
 * number in this interval.
 *
 * @param value on all visits
 * @param low 2.5 % quantile of the draws
 * @param high 97.5 % quantile of the draws
 */
public record Interval(double value, double low, double high) {
    private static final int DRAWS = 1000;
    private static final long SEED = 20_261_123;

    /** The interval of a number that is computed from visits. */
    public static <T extends Cell> Interval of(List<T> visits, ToDoubleFunction<List<T>> number) {
        Map<String, List<T>> cells = new HashMap<>();
        TreeSet<String> pages = new TreeSet<>();
        TreeSet<String> personas = new TreeSet<>();
        for (T visit : visits) {
            pages.add(visit.page());
            personas.add(visit.persona());
            cells.computeIfAbsent(visit.page() + " " + visit.persona(), k -> new ArrayList<>())
                    .add(visit);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] draws = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            List<String> drawnPages = draw(List.copyOf(pages), random);
            List<String> drawnPersonas = draw(List.copyOf(personas), random);
            List<T> sample = new ArrayList<>();
            for (String page : drawnPages) {
                for (String persona : drawnPersonas) {
                    sample.addAll(cells.getOrDefault(page + " " + persona, List.of()));
                }
            }
            draws[d] = number.applyAsDouble(sample);
        }
        double[] finite = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        double value = number.applyAsDouble(visits);
        if (finite.length < DRAWS / 2) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        return new Interval(
                value,
                finite[(int) (0.025 * finite.length)],
                finite[(int) Math.min(finite.length - 1, 0.975 * finite.length)]);
    }

    private static List<String> draw(List<String> words, SplittableRandom random) {
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            drawn.add(words.get(random.nextInt(words.size())));
        }
        return drawn;
    }

    /** For example {@code 0.91 [0.88, 0.94]}; a dash for no number. */
    public String text() {
        if (!Double.isFinite(value)) {
            return "–";
        }
        return Double.isFinite(low)
                ? String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", value, low, high)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
