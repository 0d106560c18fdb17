package dev.rapport.models.train;

import dev.rapport.models.onnx.Network;

/**
 * Platt's calibration: {@code p = sigmoid(slope * logOdds + shift)}, fitted by Newton steps to log-odds of visits that the
 * network has not seen.
 *
 * @param slope above 0
 * @param shift in log-odds
 */
public record Platt(double slope, double shift) {
    private static final int STEPS = 50;

    /** The best slope and shift for log-odds with labels 0 or 1. */
    public static Platt fit(double[] logOdds, double[] labels) {
        double a = 1;
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double ga = 1e-3 * (a - 1);
            double gb = 0;
            double haa = 1e-3;
            double hab = 0;
            double hbb = 1e-9;
            for (int i = 0; i < labels.length; i++) {
                double p = Network.sigmoid(a * logOdds[i] + b);
                double slope = p - labels[i];
                double curve = p * (1 - p);
                ga += slope * logOdds[i];
                gb += slope;
                haa += curve * logOdds[i] * logOdds[i];
                hab += curve * logOdds[i];
                hbb += curve;
            }
            double determinant = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / determinant;
            double db = (haa * gb - hab * ga) / determinant;
            a = Math.max(0.05, a - da);
            b -= db;
            if (Math.abs(da) + Math.abs(db) < 1e-10) {
                break;
            }
        }
        return new Platt(a, b);
    }
}
