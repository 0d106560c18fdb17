package dev.rapport.analytics;

import dev.rapport.journal.JournalEntry;
import dev.rapport.learning.ScoreCounts;
import dev.rapport.scoring.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts scored seconds by score and reason: the definition of {@link Reports#scores}. */
final class ScoreCount {
    private ScoreCount() {}

    static ScoreCounts scores(List<JournalEntry> entries) {
        List<Long> bins = new ArrayList<>(ScoreCounts.NONE.bins());
        Map<String, Long> reasons = new TreeMap<>();
        for (JournalEntry entry : entries) {
            Scores.score(entry.outcome()).ifPresent(score -> {
                int bin = ScoreCounts.bin(score.friction());
                bins.set(bin, bins.get(bin) + 1);
                for (Score.Reason reason : score.reasons()) {
                    reasons.merge(reason.cause().name(), 1L, Long::sum);
                }
            });
        }
        return new ScoreCounts(bins, reasons);
    }
}
