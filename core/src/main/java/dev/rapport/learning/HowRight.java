package dev.rapport.learning;

import dev.rapport.scoring.LogOdds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How right an adjustment was on a site's answers. An adjustment fitted to the same answers looks better than it is; {@link Trial}
 * says what it is worth.
 *
 * @param labels answers
 * @param visitors who gave them
 * @param struggling answers that said so
 * @param auc area under the ROC curve: how often a struggling moment scored above a calm one; NaN when a kind is missing
 * @param aucLow 2.5 % bootstrap quantile over visitors; NaN when it cannot be had
 * @param aucHigh 97.5 % quantile
 * @param calibrationError mean gap between probability and share, 0 to 1; NaN without answers
 * @param bins ten bins of equal width
 */
public record HowRight(
        int labels,
        int visitors,
        int struggling,
        double auc,
        double aucLow,
        double aucHigh,
        double calibrationError,
        List<Bin> bins) {
    private static final int DRAWS = 1000;
    private static final long SEED = 7;

    public HowRight {
        bins = List.copyOf(bins);
    }

    /**
     * Answers to moments with about one score.
     *
     * @param said mean probability; NaN without answers
     * @param truth share that said "struggling"; NaN without answers
     * @param labels answers
     */
    public record Bin(double said, double truth, int labels) {}

    /** How right {@code adjustment} is on these answers. */
    public static HowRight of(List<Label> labels, Adjustment adjustment) {
        Map<String, List<Label>> visitors = new LinkedHashMap<>();
        labels.forEach(label -> visitors.computeIfAbsent(label.unit(), unit -> new ArrayList<>())
                .add(label));
        Forecast forecast = Fitter.forecast(labels, adjustment);
        double[] draws = draws(List.copyOf(visitors.values()), adjustment);
        boolean enough = draws.length > DRAWS / 2;
        return new HowRight(
                labels.size(),
                visitors.size(),
                (int) labels.stream().filter(Label::struggling).count(),
                forecast.auc(),
                enough ? draws[(int) (0.025 * draws.length)] : Double.NaN,
                enough ? draws[(int) (0.975 * draws.length)] : Double.NaN,
                forecast.calibrationError(),
                bins(forecast));
    }

    private static double[] draws(List<List<Label>> visitors, Adjustment adjustment) {
        Random random = new Random(SEED);
        double[] aucs = new double[visitors.isEmpty() ? 0 : DRAWS];
        for (int d = 0; d < aucs.length; d++) {
            List<Label> sample = new ArrayList<>();
            for (int i = 0; i < visitors.size(); i++) {
                sample.addAll(visitors.get(random.nextInt(visitors.size())));
            }
            aucs[d] = Fitter.forecast(sample, adjustment).auc();
        }
        return Arrays.stream(aucs).filter(Double::isFinite).sorted().toArray();
    }

    private static List<Bin> bins(Forecast forecast) {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < 10; bin++) {
            double said = 0;
            double truth = 0;
            int n = 0;
            for (int i = 0; i < forecast.labels().length; i++) {
                double p = LogOdds.probability(forecast.logOdds()[i]);
                if ((int) Math.min(9, Math.floor(p * 10)) == bin) {
                    said += p;
                    truth += forecast.labels()[i];
                    n++;
                }
            }
            bins.add(new Bin(said / n, truth / n, n));
        }
        return bins;
    }
}
