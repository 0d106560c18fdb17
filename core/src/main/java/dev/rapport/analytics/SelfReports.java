package dev.rapport.analytics;

import dev.rapport.evidence.Sense;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import dev.rapport.learning.Label;
import dev.rapport.scoring.Score;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers that a site learns from: a visitor's own word that it is hard or fine, in a second with a known score. Answers to hints
 * and surveys are left out: a hint is only shown where the score is high already, and what a survey's choices mean is the site's own.
 */
public final class SelfReports {
    private SelfReports() {}

    /** The answer in an entry, the last if it has several. */
    public static Optional<Label> of(JournalEntry entry) {
        Score.Known score = Scores.score(entry.outcome()).orElse(null);
        if (score == null) {
            return Optional.empty();
        }
        Boolean struggling = null;
        for (VisitorEvent event : entry.frame().events()) {
            if (event.kind() == EventKind.SELF_REPORT && (event.value() == 0 || event.value() == 1)) {
                struggling = event.value() == 1;
            }
        }
        if (struggling == null) {
            return Optional.empty();
        }
        Map<Sense, Double> senses = new EnumMap<>(Sense.class);
        for (Score.Reason heard : score.senses()) {
            if (heard.cause() instanceof Sense sense) {
                senses.put(sense, heard.contribution());
            }
        }
        return Optional.of(new Label(
                entry.visit().unit(),
                entry.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                struggling,
                score.friction(),
                senses));
    }
}
