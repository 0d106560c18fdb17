package dev.rapport.ui.learning;

import dev.rapport.learning.Drift;
import dev.rapport.learning.Reference;
import dev.rapport.learning.ScoreCounts;
import dev.rapport.ui.part.Behind;
import dev.rapport.ui.part.DataTable;
import dev.rapport.ui.part.Notice;
import dev.rapport.ui.part.Panel;
import dev.rapport.ui.wording.LearningWords;
import dev.rapport.ui.wording.Numbers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the last week's scores and reasons look as before. */
final class DriftPanel {
    private static final int ROWS = 9;

    private DriftPanel() {}

    private record Row(String measure, Optional<Drift> site, Optional<Drift> corpus) {}

    /** The scored seconds of one day. */
    record Day(LocalDate day, ScoreCounts scores) {}

    static Panel of(
            ScoreCounts week, ScoreCounts before, Optional<Reference> reference, List<Day> days, Numbers numbers) {
        List<Drift> site = Drift.of(week, before);
        List<Drift> corpus = reference.map(r -> Drift.of(week, r)).orElse(List.of());
        Panel panel = new Panel(
                "Drift",
                AnswersPanel.note(
                        "How far the scores and reasons of the last seven days lie from the four weeks before, and from the"
                                + " calm seconds of the corpus that the model was trained with, as population stability index: below 0.1"
                                + " as before, from 0.25 shifted. A changed page, other visitors or a broken script can be the cause. A"
                                + " site always differs somewhat from the corpus."));
        if (site.isEmpty() && corpus.isEmpty()) {
            panel.add(Notice.info("Too early: fewer than " + numbers.count(Drift.ENOUGH)
                    + " scored seconds in the last seven days."));
            return panel;
        }
        boolean shifted = site.stream().anyMatch(drift -> drift.level() == Drift.Level.SHIFTED);
        if (site.isEmpty()) {
            panel.add(Notice.info("There is no earlier time to compare with yet."));
        } else {
            panel.add(
                    shifted
                            ? Notice.warning("The score or a reason has shifted against the four weeks before.")
                            : Notice.good("Nothing has shifted against the four weeks before."));
        }
        Map<String, Drift> corpusBy = corpus.stream().collect(Collectors.toMap(Drift::measure, drift -> drift));
        Map<String, Drift> siteBy = site.stream().collect(Collectors.toMap(Drift::measure, drift -> drift));
        List<Row> rows = (site.isEmpty() ? corpus : site)
                .stream()
                        .limit(ROWS)
                        .map(drift -> new Row(
                                drift.measure(),
                                Optional.ofNullable(siteBy.get(drift.measure())),
                                Optional.ofNullable(corpusBy.get(drift.measure()))))
                        .toList();
        panel.add(new DataTable<Row>("Drift")
                .text("What", row -> LearningWords.measure(row.measure()))
                .text("Against the weeks before", row -> words(row.site(), numbers))
                .text("Against the corpus", row -> words(row.corpus(), numbers))
                .rows(rows));
        panel.add(new Behind("High scores by day", days(days, numbers)));
        return panel;
    }

    private static DataTable<Day> days(List<Day> days, Numbers numbers) {
        return new DataTable<Day>("High scores by day")
                .text("Day (UTC)", day -> day.day().toString())
                .number("Scored seconds", day -> numbers.count(day.scores().scored()))
                .number("50 % or more", day -> numbers.percent(day.scores().above(0.5), 1))
                .number("85 % or more", day -> numbers.percent(day.scores().above(0.85), 1))
                .rows(days);
    }

    private static String words(Optional<Drift> drift, Numbers numbers) {
        return drift.map(d -> numbers.decimal(d.psi(), 2) + " · " + LearningWords.level(d))
                .orElse("–");
    }
}
