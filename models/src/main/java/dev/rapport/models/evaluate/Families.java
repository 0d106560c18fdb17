package dev.rapport.models.evaluate;

import dev.rapport.models.train.Family;
import dev.rapport.models.train.Fitting;
import dev.rapport.models.train.Replayed;
import dev.rapport.models.train.Tally;
import java.util.List;
import java.util.Locale;

/** Compares kinds of model on the same folds. The choice rests on the validation column alone. */
public final class Families {
    private Families() {}

    /** The table. */
    public static String table(List<Replayed> visits) {
        Table table = new Table(
                "family",
                "chosen size or penalty",
                "validation log-loss",
                "precision",
                "recall",
                "F1",
                "false alarms/calm h",
                "median delay, s",
                "ECE");
        for (Family family : Family.values()) {
            List<Replayed> view = family.view(visits);
            Fitting.Fitted fitted = Fitting.fit(family, view);
            Figures figures = Figures.of(Judged.all(view, train -> Fitting.fit(family, train)));
            Tally t = figures.tally();
            table.row(
                    family.plain() + (family == Fitting.SHIPPED ? " (shipped)" : ""),
                    Table.number(fitted.strength()),
                    String.format(Locale.ROOT, "%.4f", fitted.loss()),
                    t.precision(),
                    t.recall(),
                    t.f1(),
                    t.falsePerHour(),
                    t.delay(0.5),
                    String.format(Locale.ROOT, "%.3f", figures.held().calibrationError()));
        }
        return table.markdown();
    }
}
