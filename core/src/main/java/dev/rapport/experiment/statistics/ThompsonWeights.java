package dev.rapport.experiment.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Shares of traffic by how likely each arm is the best (Thompson 1933). Posterior of an arm: precision 1/v₀ + n/v, mean
 * (m₀/v₀ + n·mean/v)/precision. P(best) = ∫ φ_i Π Φ_j, by Simpson's rule rather than by drawing. Shares: floor + (1 -
 * k·floor)·P(best).
 *
 * @param mean of each arm's posterior
 * @param variance of each arm's posterior
 * @param interval of each arm: its sample mean ± z·σ
 * @param best probability that each arm is the best; adds up to 1
 * @param weights shares; empty while there are too few units to move them
 */
public record ThompsonWeights(
        List<Double> mean,
        List<Double> variance,
        List<Interval> interval,
        List<Double> best,
        Optional<List<Double>> weights) {
    /** Units an arm needs, on average, before shares move. */
    public static final int FEWEST = 100;

    private static final int STEPS = 4000;
    private static final double REACH = 9;

    /**
     * Works out shares.
     *
     * @param arms two or more; proportions are taken as means
     * @param priorMean m₀ of every arm
     * @param priorVariance v₀ of every arm
     * @param floor least share of an arm, 0 to 1/k; equal shares where k floors exceed 1
     * @param fewest units needed in each arm on average
     */
    public static ThompsonWeights of(
            List<UserValues> arms,
            double priorMean,
            double priorVariance,
            double floor,
            long fewest,
            double alpha,
            boolean lowerIsBetter) {
        Possible.that(arms.size() >= 2, "a bandit needs two arms or more");
        List<Double> means = new ArrayList<>();
        List<Double> variances = new ArrayList<>();
        List<Interval> intervals = new ArrayList<>();
        long n = 0;
        for (UserValues values : arms) {
            SampleMean arm = values.asMean();
            double data = arm.variance() > 0 ? arm.n() / arm.variance() : 0;
            double precision = 1 / priorVariance + data;
            means.add((priorMean / priorVariance + data * arm.mean()) / precision);
            variances.add(1 / precision);
            intervals.add(Interval.around(arm.mean(), Normal.upperQuantile(alpha / 2) / Math.sqrt(precision)));
            n += arm.n();
        }
        double sign = lowerIsBetter ? -1 : 1;
        List<Double> best = best(means.stream().map(m -> sign * m).toList(), variances);
        boolean enough = n >= fewest * arms.size();
        return new ThompsonWeights(
                means, variances, intervals, best, enough ? Optional.of(shares(best, floor)) : Optional.empty());
    }

    private static List<Double> shares(List<Double> best, double floor) {
        double left = 1 - best.size() * floor;
        return left <= 0
                ? best.stream().map(p -> 1.0 / best.size()).toList()
                : best.stream().map(p -> floor + left * p).toList();
    }

    private static List<Double> best(List<Double> means, List<Double> variances) {
        double[] deviations = variances.stream().mapToDouble(Math::sqrt).toArray();
        List<Double> raw = IntStream.range(0, means.size())
                .mapToObj(i -> best(i, means, deviations))
                .toList();
        double sum = raw.stream().mapToDouble(p -> p).sum();
        return raw.stream().map(p -> p / sum).toList();
    }

    private static double best(int arm, List<Double> means, double[] deviations) {
        double step = 2 * REACH / STEPS;
        double sum = 0;
        for (int k = 0; k <= STEPS; k++) {
            double z = -REACH + k * step;
            double x = means.get(arm) + z * deviations[arm];
            double height = Normal.density(z);
            for (int j = 0; j < deviations.length && height > 0; j++) {
                height *= j == arm ? 1 : Normal.below((x - means.get(j)) / deviations[j]);
            }
            sum += height * (k == 0 || k == STEPS ? 1 : k % 2 == 1 ? 4 : 2);
        }
        return sum * step / 3;
    }
}
