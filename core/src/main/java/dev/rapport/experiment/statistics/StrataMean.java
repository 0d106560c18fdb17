package dev.rapport.experiment.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The mean of strata with its covariance. Components in order: control, effect; for ratios: control numerator, its
 * effect, control denominator, its effect.
 *
 * @param mean Σν_kα_k
 * @param covariance of {@code mean}
 */
record StrataMean(double[] mean, double[][] covariance) {
    private static final double[][] MEANS = {{1, 0}, {-1, 1}};
    private static final double[][] RATIOS = {{1, 0, 0, 0}, {-1, 0, 1, 0}, {0, 1, 0, 0}, {0, -1, 0, 1}};

    static StrataMean of(List<Cell> cells) {
        double total = cells.stream().mapToLong(Cell::n).sum();
        int size = 2 * cells.get(0).control().mean().length;
        double[] mean = new double[size];
        double[][] square = new double[size][size];
        for (Cell cell : cells) {
            double share = cell.n() / total;
            double[] alpha = alpha(cell);
            double[][] spread = spread(cell);
            for (int i = 0; i < size; i++) {
                mean[i] += share * alpha[i];
                for (int j = 0; j < size; j++) {
                    square[i][j] += share * (spread[i][j] + alpha[i] * alpha[j]);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                square[i][j] = (square[i][j] - mean[i] * mean[j]) / total;
            }
        }
        return new StrataMean(mean, square);
    }

    /** The control's mean or ratio. */
    double control() {
        return mean.length == 2 ? mean[0] : mean[0] / mean[2];
    }

    private double treatment() {
        return mean.length == 2 ? mean[0] + mean[1] : (mean[0] + mean[1]) / (mean[2] + mean[3]);
    }

    double value(Scale scale) {
        double difference = treatment() - control();
        return scale == Scale.ABSOLUTE ? difference : difference / Math.abs(control());
    }

    double square(Scale scale) {
        double[] gradient = gradient(scale);
        return Matrices.form(gradient, covariance, gradient);
    }

    /** With T the treatment and A the control: absolute dT - dA, relative (dT - (T/A)·dA)/|A|. */
    private double[] gradient(Scale scale) {
        double[] control;
        double[] treatment;
        if (mean.length == 2) {
            control = new double[] {1, 0};
            treatment = new double[] {1, 1};
        } else {
            double d = mean[2];
            double e = mean[2] + mean[3];
            double slope = -(mean[0] + mean[1]) / (e * e);
            control = new double[] {1 / d, 0, -mean[0] / (d * d), 0};
            treatment = new double[] {1 / e, 1 / e, slope, slope};
        }
        double reach = scale == Scale.ABSOLUTE ? 1 : treatment() / control();
        double unit = scale == Scale.ABSOLUTE ? 1 : Math.abs(control());
        double[] gradient = new double[mean.length];
        Arrays.setAll(gradient, i -> (treatment[i] - reach * control[i]) / unit);
        return gradient;
    }

    private static double[] alpha(Cell cell) {
        double[] a = cell.control().mean();
        double[] b = cell.treatment().mean();
        return a.length == 1
                ? Matrices.times(MEANS, new double[] {a[0], b[0]})
                : Matrices.times(RATIOS, new double[] {a[0], a[1], b[0], b[1]});
    }

    /** Covariance of α times the stratum's size: the arms are independent. */
    private static double[][] spread(Cell cell) {
        int components = cell.control().mean().length;
        double[][] arms = new double[2 * components][2 * components];
        for (int i = 0; i < components; i++) {
            for (int j = 0; j < components; j++) {
                arms[i][j] = cell.control().covariance()[i][j]
                        * cell.n()
                        / cell.control().n();
                arms[components + i][components + j] = cell.treatment().covariance()[i][j]
                        * cell.n()
                        / cell.treatment().n();
            }
        }
        return Matrices.around(components == 1 ? MEANS : RATIOS, arms);
    }
}
