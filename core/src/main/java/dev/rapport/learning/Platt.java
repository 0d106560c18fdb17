package dev.rapport.learning;

/**
 * Platt's calibration: {@code p = sigmoid(slope * logOdds + shift)}, fitted by Newton steps to log-odds of moments that the
 * model has not seen.
 *
 * @param slope above 0
 * @param shift in log-odds
 */
public record Platt(double slope, double shift) implements Calibration {
    private static final int STEPS = 50;
    private static final double FLATTEST = 0.05;
    private static final double SOME = 1e-3;

    public Platt {
        if (!(slope > 0) || !Double.isFinite(slope) || !Double.isFinite(shift)) {
            throw new IllegalArgumentException("not a calibration: slope " + slope + ", shift " + shift);
        }
    }

    @Override
    public double logOdds(double said) {
        return slope * said + shift;
    }

    /** The best slope and shift for log-odds with labels 0 or 1. */
    public static Platt fit(double[] logOdds, double[] labels) {
        return fit(logOdds, labels, SOME);
    }

    /** The same with a penalty of {@code strength / 2 * (slope - 1)^2}, so that few labels change little. */
    static Platt fit(double[] logOdds, double[] labels, double strength) {
        double a = 1;
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double ga = strength * (a - 1);
            double gb = 0;
            double haa = strength;
            double hab = 0;
            double hbb = 1e-9;
            for (int i = 0; i < labels.length; i++) {
                double p = 1 / (1 + StrictMath.exp(-(a * logOdds[i] + b)));
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
            a = Math.max(FLATTEST, a - da);
            b -= db;
            if (Math.abs(da) + Math.abs(db) < 1e-10) {
                break;
            }
        }
        return new Platt(a, b);
    }
}
