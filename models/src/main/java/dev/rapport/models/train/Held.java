package dev.rapport.models.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Log-odds and labels of labelled moments that the scoring model has not seen.
 *
 * @param logOdds of struggling
 * @param labels 1 struggling, 0 calm
 */
public record Held(double[] logOdds, double[] labels) {
    private static final double EDGE = 1e-9;

    /** The labelled moments of scored visits. */
    public static Held of(List<Scored> scored) {
        List<Double> logOdds = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (Scored visit : scored) {
            for (int i = 0; i < visit.probabilities().length; i++) {
                Moment.Label label = visit.visit().moments().get(i).label();
                if (!Double.isNaN(visit.probabilities()[i]) && label != Moment.Label.BETWEEN) {
                    logOdds.add(logOdds(visit.probabilities()[i]));
                    labels.add(label == Moment.Label.STRUGGLING ? 1.0 : 0.0);
                }
            }
        }
        return new Held(
                logOdds.stream().mapToDouble(Double::doubleValue).toArray(),
                labels.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** {@code ln(p / (1 - p))}, kept finite. */
    static double logOdds(double p) {
        double q = Math.clamp(p, EDGE, 1 - EDGE);
        return StrictMath.log(q / (1 - q));
    }

    /** Mean log-loss after a calibration. */
    public double loss(Platt platt) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double z = platt.slope() * logOdds[i] + platt.shift();
            double signed = labels[i] > 0.5 ? -z : z;
            sum += signed > 30 ? signed : StrictMath.log1p(StrictMath.exp(signed));
        }
        return sum / labels.length;
    }

    /** Area under the ROC curve; ties count half. NaN when a class is missing. */
    public double auc() {
        Integer[] order = new Integer[labels.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> logOdds[i]));
        double rankSum = 0;
        double positives = 0;
        for (int i = 0; i < order.length; ) {
            int j = i;
            while (j < order.length && logOdds[order[j]] == logOdds[order[i]]) {
                j++;
            }
            for (int k = i; k < j; k++) {
                if (labels[order[k]] > 0.5) {
                    rankSum += (i + j + 1) / 2.0;
                    positives++;
                }
            }
            i = j;
        }
        double negatives = labels.length - positives;
        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    /** Expected calibration error over ten bins of equal width: mean gap between probability and truth. */
    public double calibrationError() {
        double[] sum = new double[10];
        double[] truth = new double[10];
        double[] count = new double[10];
        for (int i = 0; i < labels.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-logOdds[i]));
            int bin = (int) Math.min(9, Math.floor(p * 10));
            sum[bin] += p;
            truth[bin] += labels[i];
            count[bin]++;
        }
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            error += Math.abs(sum[bin] - truth[bin]);
        }
        return error / labels.length;
    }
}
