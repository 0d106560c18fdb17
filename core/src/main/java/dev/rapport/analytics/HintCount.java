package dev.rapport.analytics;

import dev.rapport.analytics.Reports.HintTotals;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pacing.Pacing;
import dev.rapport.pipeline.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Counts what became of hints. Sent and held out come from outcomes, all that the page says from events. A hint that an
 * arm shows instead of another is counted under its own id; what is held back or out, under the id the rule called for.
 */
final class HintCount {
    private long sent;
    private long shown;
    private long heldOut;
    private long paced;
    private long dismissed;
    private long acted;
    private long helped;
    private long didNotHelp;

    private HintCount() {}

    static List<HintTotals> hints(List<JournalEntry> entries, Predicate<JournalEntry> counts) {
        Map<String, HintCount> hints = new TreeMap<>();
        Set<Pacings> pacings = new HashSet<>();
        for (JournalEntry entry : entries) {
            boolean counted = counts.test(entry);
            switch (entry.outcome()) {
                case Outcome.Paced paced -> {
                    boolean first = pacings.add(
                            new Pacings(entry.visit().session(), paced.match().hint(), paced.pause()));
                    if (first && counted) {
                        of(hints, paced.match().hint()).paced++;
                    }
                }
                case Outcome.HeldOut heldOut
                when counted -> of(hints, heldOut.match().hint()).heldOut++;
                case Outcome.Shown shown when counted -> of(hints, shown.hint().id()).sent++;
                case Outcome.HeldOut heldOut -> {}
                case Outcome.Shown shown -> {}
                case Outcome.WarmingUp warmingUp -> {}
                case Outcome.NoRuleMatched noRule -> {}
                case Outcome.Refused refused -> {}
                case Outcome.Duplicate duplicate -> {}
            }
            if (counted) {
                entry.frame().events().forEach(event -> event(hints, event));
            }
        }
        return hints.entrySet().stream()
                .map(one -> one.getValue().totals(one.getKey()))
                .toList();
    }

    private static void event(Map<String, HintCount> hints, VisitorEvent event) {
        String hint = event.name();
        if (hint.isEmpty()) {
            return;
        }
        switch (event.kind()) {
            case HINT_SHOWN -> of(hints, hint).shown++;
            case HINT_DISMISSED -> of(hints, hint).dismissed++;
            case HINT_ACTED -> of(hints, hint).acted++;
            case HINT_HELPED -> {
                if (event.value() == 1) {
                    of(hints, hint).helped++;
                } else if (event.value() == 0) {
                    of(hints, hint).didNotHelp++;
                }
            }
            case HINT_EXPIRED, SURVEY_ANSWER, MUTED, CONVERSION, SELF_REPORT, HANDOFF -> {}
        }
    }

    private static HintCount of(Map<String, HintCount> hints, String hint) {
        return hints.computeIfAbsent(hint, id -> new HintCount());
    }

    private HintTotals totals(String hint) {
        return new HintTotals(hint, sent, shown, heldOut, paced, dismissed, acted, helped, didNotHelp);
    }

    private record Pacings(String session, String hint, Pacing.Pause pause) {}
}
