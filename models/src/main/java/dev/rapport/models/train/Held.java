package dev.rapport.models.train;

import dev.rapport.learning.Forecast;
import dev.rapport.learning.Platt;
import dev.rapport.scoring.LogOdds;
import java.util.ArrayList;
import java.util.List;

/**
 * Log-odds and labels of labelled moments that the scoring model has not seen.
 *
 * @param logOdds of struggling
 * @param labels 1 struggling, 0 calm
 */
public record Held(double[] logOdds, double[] labels) {
    /** The labelled moments of scored visits. */
    public static Held of(List<Scored> scored) {
        List<Double> logOdds = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (Scored visit : scored) {
            for (int i = 0; i < visit.probabilities().length; i++) {
                Moment.Label label = visit.visit().moments().get(i).label();
                if (!Double.isNaN(visit.probabilities()[i]) && label != Moment.Label.BETWEEN) {
                    logOdds.add(LogOdds.of(visit.probabilities()[i]));
                    labels.add(label == Moment.Label.STRUGGLING ? 1.0 : 0.0);
                }
            }
        }
        return new Held(
                logOdds.stream().mapToDouble(Double::doubleValue).toArray(),
                labels.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private Forecast forecast() {
        return new Forecast(logOdds, labels);
    }

    /** Mean log-loss after a calibration. */
    public double loss(Platt platt) {
        return forecast().loss(platt);
    }

    /** Area under the ROC curve; ties count half. NaN when a class is missing. */
    public double auc() {
        return forecast().auc();
    }

    /** Expected calibration error over ten bins of equal width: mean gap between probability and truth. */
    public double calibrationError() {
        return forecast().calibrationError();
    }
}
