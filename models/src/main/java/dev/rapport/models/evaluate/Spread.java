package dev.rapport.models.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;

/**
 * 95 % bootstrap interval of a difference between two groups; visits are drawn anew within each.
 *
 * @param low 2.5 % quantile
 * @param high 97.5 % quantile
 */
record Spread(double low, double high) {
    private static final int DRAWS = 1000;

    static Spread of(List<Judged> one, List<Judged> other, ToDoubleBiFunction<List<Judged>, List<Judged>> difference) {
        SplittableRandom random = new SplittableRandom(5);
        double[] draws = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++) {
            draws[d] = difference.applyAsDouble(draw(one, random), draw(other, random));
        }
        double[] finite = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
        return finite.length == 0
                ? new Spread(Double.NaN, Double.NaN)
                : new Spread(finite[(int) (0.025 * finite.length)], finite[(int) (0.975 * finite.length)]);
    }

    private static List<Judged> draw(List<Judged> visits, SplittableRandom random) {
        List<Judged> drawn = new ArrayList<>();
        for (int i = 0; i < visits.size(); i++) {
            drawn.add(visits.get(random.nextInt(visits.size())));
        }
        return drawn;
    }
}
