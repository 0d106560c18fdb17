package dev.rapport.learning;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What was said and what was true, moment by moment.
 *
 * @param logOdds said, of struggling
 * @param labels 1 struggling, 0 calm
 */
public record Forecast(double[] logOdds, double[] labels) {
    /** Mean log-loss after a calibration. */
    public double loss(Platt platt) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += loss(platt.slope() * logOdds[i] + platt.shift(), labels[i] > 0.5);
        }
        return sum / labels.length;
    }

    /** Log-loss of one moment, at least 0. */
    static double loss(double logOdds, boolean struggling) {
        double signed = struggling ? -logOdds : logOdds;
        return signed > 30 ? signed : StrictMath.log1p(StrictMath.exp(signed));
    }

    /** Area under the ROC curve; ties count half. NaN when a class is missing. */
    public double auc() {
        Integer[] order = new Integer[labels.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> logOdds[i]));
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
        for (int i = 0; i < labels.length; i++) {
            double p = 1 / (1 + StrictMath.exp(-logOdds[i]));
            int bin = (int) Math.min(9, Math.floor(p * 10));
            sum[bin] += p;
            truth[bin] += labels[i];
        }
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            error += Math.abs(sum[bin] - truth[bin]);
        }
        return error / labels.length;
    }
}
