package dev.rapport.experiment.statistics;

/** The few matrix sums that the delta method needs. */
final class Matrices {
    private Matrices() {}

    /** x'Ay. */
    static double form(double[] x, double[][] a, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                sum += x[i] * a[i][j] * y[j];
            }
        }
        return sum;
    }

    /** Ax. */
    static double[] times(double[][] a, double[] x) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                product[i] += a[i][j] * x[j];
            }
        }
        return product;
    }

    /** BAB'. */
    static double[][] around(double[][] b, double[][] a) {
        double[][] product = new double[b.length][b.length];
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i][j] = form(b[i], a, b[j]);
            }
        }
        return product;
    }
}
