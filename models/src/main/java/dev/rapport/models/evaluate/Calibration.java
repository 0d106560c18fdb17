package dev.rapport.models.evaluate;

import dev.rapport.models.train.Held;

/** Says how often it was true when the model said so. */
final class Calibration {
    private Calibration() {}

    /** Ten bins: seconds, mean probability, share that was struggling. */
    static String table(Held held) {
        Table table = new Table("probability", "seconds", "mean said", "share true");
        for (int bin = 0; bin < 10; bin++) {
            double said = 0;
            double truth = 0;
            int count = 0;
            for (int i = 0; i < held.labels().length; i++) {
                double p = 1 / (1 + StrictMath.exp(-held.logOdds()[i]));
                if ((int) Math.min(9, Math.floor(p * 10)) == bin) {
                    said += p;
                    truth += held.labels()[i];
                    count++;
                }
            }
            table.row(
                    String.format(java.util.Locale.ROOT, "%.1f – %.1f", bin / 10.0, (bin + 1) / 10.0),
                    count,
                    said / count,
                    truth / count);
        }
        return table.markdown();
    }
}
