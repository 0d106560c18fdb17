package dev.rapport.models.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Labelled moments as a matrix. Features are rounded to 1e-4, so that a last bit that differs between machines changes no
 * trained weight.
 *
 * @param rows one a moment
 * @param labels 1 struggling, 0 calm
 */
public record Examples(double[][] rows, double[] labels) {
    private static final double GRID = 1e4;

    /** The moments of the visits that can be learned from: enough evidence, and clearly calm or struggling. */
    public static Examples of(List<Replayed> visits) {
        List<double[]> rows = new ArrayList<>();
        List<Double> labels = new ArrayList<>();
        for (Replayed visit : visits) {
            for (Moment moment : visit.moments()) {
                if (moment.enough() && moment.label() != Moment.Label.BETWEEN) {
                    rows.add(row(moment.features(), visit.visit().id(), moment.at()));
                    labels.add(moment.label() == Moment.Label.STRUGGLING ? 1.0 : 0.0);
                }
            }
        }
        return new Examples(
                rows.toArray(new double[0][]),
                labels.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double[] row(float[] features, String visit, double at) {
        double[] row = new double[features.length];
        for (int i = 0; i < row.length; i++) {
            if (!Float.isFinite(features[i])) {
                throw new TrainingException("Visit " + visit + " at " + at + " s: feature " + i + " is " + features[i]
                        + ", not a number; record it again or leave the visit out.");
            }
            row[i] = Math.round(features[i] * GRID) / GRID;
        }
        return row;
    }

    /** Number of examples. */
    public int size() {
        return labels.length;
    }

    /** Number of examples with label 1. */
    public int positives() {
        int sum = 0;
        for (double label : labels) {
            sum += label > 0.5 ? 1 : 0;
        }
        return sum;
    }

    /** Throws when a class is missing, which no model can be learned from. */
    public void check() {
        if (positives() == 0 || positives() == size()) {
            throw new TrainingException("Of " + size() + " labelled moments " + positives()
                    + " are struggling; both classes are needed, so record calm and struggling visits.");
        }
    }
}
