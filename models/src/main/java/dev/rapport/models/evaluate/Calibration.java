package dev.rapport.models.evaluate;

import dev.rapport.models.train.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says how often it was true when the model said so. */
final class Calibration {
    private Calibration() {}

    /**
     * Seconds with about one probability.
     *
     * @param count how many
     * @param said mean probability
     * @param truth share that was struggling
     */
    record Bin(int count, double said, double truth) {}

    /** Ten bins of equal width. */
    static List<Bin> bins(Held held) {
        List<Bin> bins = new ArrayList<>();
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
            bins.add(new Bin(count, said / count, truth / count));
        }
        return bins;
    }

    /** The bins as a table. */
    static String table(Held held) {
        Table table = new Table("probability", "seconds", "mean said", "share true");
        List<Bin> bins = bins(held);
        for (int bin = 0; bin < bins.size(); bin++) {
            table.row(
                    String.format(Locale.ROOT, "%.1f – %.1f", bin / 10.0, (bin + 1) / 10.0),
                    bins.get(bin).count(),
                    bins.get(bin).said(),
                    bins.get(bin).truth());
        }
        return table.markdown();
    }
}
