package dev.rapport.models.evaluate;

import dev.rapport.models.train.Scored;
import dev.rapport.models.train.Tally;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What the model said while people typed on a sound page. */
public final class PeopleReport {
    private PeopleReport() {}

    /** The section. */
    public static String markdown(List<Scored> visits, double threshold, int sessions) {
        Table table = new Table("threshold", "alarms", "alarms an hour", "at most an hour (95 %)");
        for (double each :
                DoubleStream.of(0.5, 0.7, 0.8, threshold).sorted().distinct().toArray()) {
            Tally tally = Tally.of(visits, each);
            double hours = tally.calmSeconds() / 3600;
            table.row(
                    each == threshold ? Table.number(each) + " (shipped)" : Table.number(each),
                    tally.falseAlarms(),
                    tally.falsePerHour(),
                    most(tally.falseAlarms()) / hours);
        }
        double hours = Tally.of(visits, 2).calmSeconds() / 3600;
        double[] highest = visits.stream()
                .flatMapToDouble(v -> DoubleStream.of(v.probabilities()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return String.format(
                        Locale.ROOT,
                        "## People who type%n%nPrinted by `./rapport evaluate people --sessions %d`. %d people of the keyboard field study of"
                                + " Freihaut and Göritz (2022), %.2f hours: their own key events, at their own pace, into a field of a"
                                + " sound page in Chromium, summarised by the widget and scored by the shipped model. Nobody met a"
                                + " defect, so every alarm is false. They typed one phrase over and over and used no pointer. Highest"
                                + " probability %.2f, 99 %% of scored seconds below %.2f.%n%n",
                        sessions,
                        visits.size(),
                        hours,
                        highest.length == 0 ? Double.NaN : highest[highest.length - 1],
                        highest.length == 0 ? Double.NaN : highest[(int) (0.99 * (highest.length - 1))])
                + table.markdown();
    }

    /** Upper 95 % limit of a Poisson mean after seeing {@code count}: the largest mean that gives at most so many with 5 %. */
    static double most(int count) {
        double low = 0;
        double high = 3 * count + 20;
        for (int step = 0; step < 60; step++) {
            double mean = (low + high) / 2;
            double term = Math.exp(-mean);
            double sum = term;
            for (int k : IntStream.rangeClosed(1, count).toArray()) {
                term *= mean / k;
                sum += term;
            }
            if (sum > 0.05) {
                low = mean;
            } else {
                high = mean;
            }
        }
        return low;
    }
}
