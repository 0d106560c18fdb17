package dev.rapport.models.affect;

import dev.rapport.models.onnx.Network;
import dev.rapport.models.train.Held;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How well people are told by a model that learned from other people: ridge logistic regression, one person left out at a
 * time, area under the ROC curve over all left-out rows; and how often shuffled labels do as well.
 *
 * @param auc 0.5 is a coin
 * @param p share of shuffles, the true order counted among them, with an AUC at least as high
 */
public record StrangePeople(double auc, double p) {
    private static final double RIDGE = 10;
    private static final int STEPS = 6;

    /** Measures with so many shuffles; {@code within} shuffles labels of blocks inside each person only. */
    public static StrangePeople of(Study study, int shuffles, boolean within) {
        double auc = auc(study, study.labels());
        SplittableRandom random = new SplittableRandom(17);
        int asGood = 1;
        for (int s = 0; s < shuffles; s++) {
            asGood += auc(study, shuffled(study, random, within)) >= auc ? 1 : 0;
        }
        return new StrangePeople(auc, (double) asGood / (shuffles + 1));
    }

    private static double[] shuffled(Study study, SplittableRandom random, boolean within) {
        int blocks = Arrays.stream(study.blocks()).max().orElse(0) + 1;
        double[] label = new double[blocks];
        int[] person = new int[blocks];
        for (int i = 0; i < study.rows().length; i++) {
            label[study.blocks()[i]] = study.labels()[i];
            person[study.blocks()[i]] = study.people()[i];
        }
        for (int b = blocks - 1; b > 0; b--) {
            int other = random.nextInt(b + 1);
            if (!within || person[other] == person[b]) {
                double kept = label[b];
                label[b] = label[other];
                label[other] = kept;
            }
        }
        return Arrays.stream(study.blocks()).mapToDouble(b -> label[b]).toArray();
    }

    private static double auc(Study study, double[] labels) {
        double[] said = new double[labels.length];
        for (int person = 0; person < study.persons(); person++) {
            double[] w = fit(study, labels, person);
            for (int i = 0; i < said.length; i++) {
                if (study.people()[i] == person) {
                    said[i] = logOdds(w, study.rows()[i]);
                }
            }
        }
        return new Held(said, labels).auc();
    }

    private static double logOdds(double[] w, double[] row) {
        double z = w[row.length];
        for (int j = 0; j < row.length; j++) {
            z += w[j] * row[j];
        }
        return z;
    }

    private static double[] fit(Study study, double[] labels, int left) {
        int n = study.rows()[0].length + 1;
        double[] w = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[][] a = new double[n][n + 1];
            for (int i = 0; i < labels.length; i++) {
                if (study.people()[i] == left) {
                    continue;
                }
                double[] row = study.rows()[i];
                double p = Network.sigmoid(logOdds(w, row));
                double curve = Math.max(1e-6, p * (1 - p));
                for (int j = 0; j < n; j++) {
                    double xj = j == n - 1 ? 1 : row[j];
                    a[j][n] += (labels[i] - p) * xj;
                    for (int k = 0; k < n; k++) {
                        a[j][k] += curve * xj * (k == n - 1 ? 1 : row[k]);
                    }
                }
            }
            for (int j = 0; j < n - 1; j++) {
                a[j][j] += RIDGE;
                a[j][n] -= RIDGE * w[j];
            }
            double[] change = solve(a);
            for (int j = 0; j < n; j++) {
                w[j] += change[j];
            }
        }
        return w;
    }

    /** Gauss elimination of a positive definite system; the last column is the right side. */
    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int j = 0; j < n; j++) {
            for (int i = j + 1; i < n; i++) {
                double factor = a[i][j] / a[j][j];
                for (int k = j; k <= n; k++) {
                    a[i][k] -= factor * a[j][k];
                }
            }
        }
        double[] x = new double[n];
        for (int j = n - 1; j >= 0; j--) {
            double sum = a[j][n];
            for (int k = j + 1; k < n; k++) {
                sum -= a[j][k] * x[k];
            }
            x[j] = sum / a[j][j];
        }
        return x;
    }
}
