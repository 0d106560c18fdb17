package dev.rapport.analytics;

import dev.rapport.experiment.Assignment;
import dev.rapport.frame.EventKind;
import dev.rapport.frame.SignalKind;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pacing.Pacing;
import dev.rapport.pipeline.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Random but repeatable traffic of several visits at once, in the order in which a journal would hold it. */
final class RandomTraffic {
    private final Random random;

    private RandomTraffic(long seed) {
        random = new Random(seed);
    }

    /** About {@code count} entries; an equal seed gives equal entries. */
    static List<JournalEntry> entries(long seed, int count) {
        RandomTraffic traffic = new RandomTraffic(seed);
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < count / 30; i++) {
            entries.addAll(traffic.visit("session-" + i));
        }
        entries.sort(Comparator.comparing(JournalEntry::receivedAt));
        return entries;
    }

    private List<JournalEntry> visit(String session) {
        boolean simulated = random.nextInt(4) == 0;
        String unit = random.nextBoolean() ? session : "unit-" + random.nextInt(8);
        Script script =
                Script.of(session, unit, simulated, Script.START.plus(Duration.ofSeconds(random.nextInt(2 * 3600))));
        int seconds = 10 + random.nextInt(40);
        for (int second = 1; second <= seconds; second++) {
            if (random.nextInt(20) == 0) {
                script.at(second * 3 + random.nextInt(3));
            }
            second(script);
        }
        return distinct(script.entries());
    }

    /** Jumps may repeat a number: the widget never does, so the first of each stays. */
    private static List<JournalEntry> distinct(List<JournalEntry> entries) {
        List<Long> seen = new ArrayList<>();
        List<JournalEntry> kept = new ArrayList<>();
        for (JournalEntry entry : entries) {
            if (!seen.contains(entry.frame().sequence())) {
                seen.add(entry.frame().sequence());
                kept.add(entry);
            }
        }
        return kept;
    }

    private void second(Script script) {
        String hint = "hint-" + random.nextInt(3);
        String experiment = List.of("test", "second", "holdout").get(random.nextInt(3));
        boolean control = experiment.equals("holdout") || random.nextBoolean();
        var score = Script.known(random.nextInt(101) / 100.0);
        Assignment arm = new Assignment(experiment, control ? "control" : "b", control, random.nextInt(6) == 0);
        switch (random.nextInt(16)) {
            case 0 -> script.paced(hint, Pacing.Pause.values()[random.nextInt(3)]);
            case 1 -> script.add(new Outcome.HeldOut(score, Script.match(hint), arm), List.of());
            case 2 -> script.shown(experiment, "b", hint);
            case 3 -> script.sent(hint);
            case 4 -> script.unknown();
            case 5 ->
                script.signals(
                        "/page-" + random.nextInt(2),
                        Script.signal(SignalKind.values()[random.nextInt(3)], "#e" + random.nextInt(2)));
            case 6 -> script.says(EventKind.values()[random.nextInt(5)], hint, random.nextInt(2));
            case 7 ->
                script.add(
                        new Outcome.NoRuleMatched(score),
                        List.of(new VisitorEvent(EventKind.CONVERSION, random.nextBoolean() ? "order" : "signup", 1)));
            default -> script.add(new Outcome.NoRuleMatched(score), List.of());
        }
    }
}
