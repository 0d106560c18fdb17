package dev.rapport.experiment.statistics;

/**
 * Adjusts numerator and denominator of a ratio within one stratum by both numbers from before: least squares with a
 * common slope of both arms, deviations taken within each arm.
 */
final class RatioRegression {
    private RatioRegression() {}

    static Cell cell(AdjustedRatio control, AdjustedRatio treatment) {
        double[][] slopes = slopes(control, treatment);
        double n = control.n() + treatment.n();
        double[] centre = {
            (control.pre().numerator().sum() + treatment.pre().numerator().sum()) / n,
            (control.pre().denominator().sum() + treatment.pre().denominator().sum()) / n
        };
        return new Cell(
                control.n() + treatment.n(),
                components(control, slopes, centre),
                components(treatment, slopes, centre));
    }

    private static Cell.Components components(AdjustedRatio arm, double[][] slopes, double[] centre) {
        double[][] map = {{1, 0, -slopes[0][0], -slopes[0][1]}, {0, 1, -slopes[1][0], -slopes[1][1]}};
        double[] means = {
            arm.post().numerator().mean(),
            arm.post().denominator().mean(),
            arm.pre().numerator().mean() - centre[0],
            arm.pre().denominator().mean() - centre[1]
        };
        return new Cell.Components(arm.n(), Matrices.times(map, means), Matrices.around(map, arm.covariances()));
    }

    /** Rows: numerator, denominator; columns: numerator before, denominator before. */
    private static double[][] slopes(AdjustedRatio control, AdjustedRatio treatment) {
        double[][] a = control.covariances();
        double[][] b = treatment.covariances();
        double[][] s = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                s[i][j] = (control.n() - 1) * a[i][j] + (treatment.n() - 1) * b[i][j];
            }
        }
        double determinant = s[2][2] * s[3][3] - s[2][3] * s[3][2];
        double[][] slopes = new double[2][2];
        if (determinant <= 1e-12 * s[2][2] * s[3][3]) {
            return slopes;
        }
        for (int i = 0; i < 2; i++) {
            slopes[i][0] = (s[i][2] * s[3][3] - s[i][3] * s[2][3]) / determinant;
            slopes[i][1] = (s[i][3] * s[2][2] - s[i][2] * s[2][3]) / determinant;
        }
        return slopes;
    }
}
