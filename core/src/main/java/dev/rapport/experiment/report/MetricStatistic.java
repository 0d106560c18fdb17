package dev.rapport.experiment.report;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.Measured;
import dev.rapport.analytics.MetricSums;
import dev.rapport.experiment.Metric;
import dev.rapport.experiment.statistics.Adjusted;
import dev.rapport.experiment.statistics.Proportion;
import dev.rapport.experiment.statistics.Quantile;
import dev.rapport.experiment.statistics.Ratio;
import dev.rapport.experiment.statistics.SampleMean;
import dev.rapport.experiment.statistics.Statistic;
import java.util.SortedMap;

/** Makes the statistic of a metric from an arm's sums. Impossible sums are an {@link IllegalArgumentException}. */
public final class MetricStatistic {
    private static final double Z = 1.959963984540054;

    private MetricStatistic() {}

    /** The statistic of one arm in one cell. Units without an event count with 0 wherever the metric is over all exposed. */
    public static Statistic of(Metric metric, ArmCell cell) {
        MetricSums sums = cell.sums(metric.key());
        long exposed = cell.exposed();
        return switch (metric.kind()) {
            case BINOMIAL, RETURNED, DISMISSED -> new Proportion(exposed, Math.rint(sums.x()));
            case HELPFUL -> new Proportion(Math.round(sums.n()), Math.rint(sums.x()));
            case COUNT, MEAN -> mean(exposed, sums.x(), sums.xx());
            case FRICTION -> mean(Math.round(sums.n()), sums.x(), sums.xx());
            case RATIO -> ratio(exposed, sums);
            case ERRORS -> ratio(Math.round(sums.n()), sums);
            case TIME_TO_SUCCESS -> {
                double longest = Metric.LONGEST_SECONDS;
                yield mean(
                        exposed,
                        longest * exposed - sums.x(),
                        longest * longest * exposed - 2 * longest * sums.x() + sums.xx());
            }
            case QUANTILE -> quantile(metric.level(), cell.histogram(metric.key()));
        };
    }

    /** Friction with the score from before exposure as its covariate. */
    static Adjusted adjusted(Metric friction, ArmCell cell) {
        MetricSums sums = cell.sums(friction.key());
        long n = Math.round(sums.n());
        return new Adjusted(
                mean(n, sums.x(), sums.xx()), mean(n, sums.y(), sums.yy()), n == 0 ? 0 : sums.xy(), Double.NaN);
    }

    private static Ratio ratio(long n, MetricSums sums) {
        return new Ratio(mean(n, sums.x(), sums.xx()), mean(n, sums.y(), sums.yy()), n == 0 ? 0 : sums.xy());
    }

    /** Sums that lost their last digits to additions and subtractions in the database are set back to what n allows. */
    private static SampleMean mean(long n, double sum, double squares) {
        if (n == 0) {
            return new SampleMean(0, 0, 0);
        }
        double least = sum / n * sum;
        double rounding = 1e-6 * Math.max(1e-3, Math.abs(least));
        return new SampleMean(n, sum, squares < least && squares > least - rounding ? least : squares);
    }

    /** Order statistics from a histogram, spread evenly inside each bin. */
    private static Quantile quantile(double level, SortedMap<Integer, Long> bins) {
        long n = bins.values().stream().mapToLong(count -> count).sum();
        double reach = Z * Math.sqrt(n * level * (1 - level));
        return new Quantile(
                n,
                n,
                level,
                at(n * level, bins),
                at(Math.max(0, n * level - reach), bins),
                at(Math.min(n, n * level + reach), bins));
    }

    private static double at(double rank, SortedMap<Integer, Long> bins) {
        double before = 0;
        double end = 0;
        for (var bin : bins.entrySet()) {
            double start = Measured.binStart(bin.getKey());
            end = start == 0 ? 0 : Measured.binStart(bin.getKey() + 1);
            if (rank <= before + bin.getValue()) {
                return start + (end - start) * Math.max(0, rank - before) / bin.getValue();
            }
            before += bin.getValue();
        }
        return end;
    }
}
