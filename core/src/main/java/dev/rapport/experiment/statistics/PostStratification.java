package dev.rapport.experiment.statistics;

import dev.rapport.experiment.statistics.Estimate.Effect;
import dev.rapport.experiment.statistics.Estimate.NotEstimable;
import dev.rapport.experiment.statistics.Estimate.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The difference over strata that the assignment did not know of (Miratrix, Sekhon, Yu 2013). With ν_k the share of
 * stratum k, α_k its control mean and effect, V_k their covariance times the stratum's size: the mean is Σν_kα_k, its
 * covariance [Σν_kV_k + Σν_kα_kα_k' - (Σν_kα_k)(Σν_kα_k)']/N; ratios have two components an arm; the rest is the delta
 * method. Degrees of freedom come from the totals.
 *
 * <p>A stratum in which an arm does not vary is merged into the largest; one stratum left is the plain difference.
 */
public final class PostStratification {
    /** Ratios with a covariate need more units than they have coefficients. */
    private static final int FEWEST_FOR_RATIO = 6;

    private PostStratification() {}

    /** Compares over strata, given in any order. */
    public static Estimate of(List<Contrast> strata, Scale scale) {
        Possible.that(!strata.isEmpty(), "there is no stratum");
        List<Contrast> cells = merged(strata);
        if (cells.size() == 1) {
            return Difference.of(cells.get(0).control(), cells.get(0).treatment(), scale);
        }
        Contrast total = cells.stream().reduce(Contrast::plus).orElseThrow();
        Contrast resolved = Contrast.of(total.control(), total.treatment());
        if (resolved.control().degenerate() || resolved.treatment().degenerate()) {
            return new NotEstimable(Reason.NO_VARIANCE);
        }
        StrataMean mean = StrataMean.of(cells.stream().map(Cell::of).toList());
        double value = mean.value(scale);
        if (scale == Scale.RELATIVE && mean.control() == 0) {
            return new NotEstimable(Reason.NO_BASELINE);
        }
        double square = mean.square(scale);
        if (!(square > 0) || !Double.isFinite(value)) {
            return new NotEstimable(Reason.NO_VARIANCE);
        }
        return new Effect(
                value,
                Math.sqrt(square),
                Difference.degreesOfFreedom(resolved.control(), resolved.treatment()),
                resolved.n(),
                resolved.control().unadjustedMean(),
                resolved.treatment().unadjustedMean(),
                resolved.theta(),
                true);
    }

    private static List<Contrast> merged(List<Contrast> strata) {
        List<Contrast> bySize = strata.stream()
                .sorted(Comparator.comparingLong(Contrast::n).reversed())
                .toList();
        Contrast largest = bySize.get(0);
        List<Contrast> cells = new ArrayList<>();
        for (Contrast cell : bySize.subList(1, bySize.size())) {
            if (tooThin(cell)) {
                largest = largest.plus(cell);
            } else {
                cells.add(cell);
            }
        }
        if (tooThin(largest) && !cells.isEmpty()) {
            largest = largest.plus(cells.removeFirst());
        }
        cells.addFirst(largest);
        return cells;
    }

    private static boolean tooThin(Contrast cell) {
        return cell.control().degenerate()
                || cell.treatment().degenerate()
                || (cell.control() instanceof AdjustedRatio && cell.n() <= FEWEST_FOR_RATIO);
    }
}
