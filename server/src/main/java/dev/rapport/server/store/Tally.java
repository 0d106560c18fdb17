package dev.rapport.server.store;

import dev.rapport.analytics.Measure;
import dev.rapport.analytics.Scores;
import dev.rapport.experiment.Assignment;
import dev.rapport.frame.Signal;
import dev.rapport.frame.VisitorEvent;
import dev.rapport.journal.JournalEntry;
import dev.rapport.learning.Drift;
import dev.rapport.learning.ScoreCounts;
import dev.rapport.pipeline.Outcome;
import dev.rapport.session.Visit;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Adds entries to the roll-ups of friction, signals, hints and conversions, as {@code InMemoryAnalytics} defines them. */
final class Tally {
    private final Map<Rollup, RollupBatch> batches;
    private final DailyVisitors visitors;

    Tally(Map<Rollup, RollupBatch> batches, DailyVisitors visitors) {
        this.batches = batches;
        this.visitors = visitors;
    }

    void add(SessionLedger.Counted counted) {
        JournalEntry entry = counted.entry();
        long visit = hash(entry.visit().session());
        friction(entry, visit);
        for (Signal signal : entry.frame().signals()) {
            place(
                            Rollup.SIGNAL,
                            entry,
                            entry.frame().page(),
                            signal.element(),
                            signal.kind().word(),
                            device(entry))
                    .add("signals", 1)
                    .seen("visits", visit);
        }
        outcome(entry, counted.firstPause());
        entry.frame().events().forEach(event -> event(entry, event));
    }

    private void friction(JournalEntry entry, long visit) {
        RollupBatch.Place place = place(Rollup.FRICTION, entry, device(entry))
                .add("frames", 1)
                .seen("visits", visit)
                .seen("visitors", visitors.hash(entry));
        for (Measure measure : Measure.values()) {
            measure.of(entry)
                    .ifPresent(number -> place(Rollup.SPREAD, entry, measure.word(), device(entry))
                            .spread(number));
        }
        OptionalDouble score = Scores.known(entry.outcome());
        if (score.isPresent()) {
            place.add("scored", 1).add("score_sum", score.getAsDouble());
        }
        Scores.score(entry.outcome()).ifPresent(known -> {
            place(Rollup.SCORE, entry, Drift.SCORE, String.valueOf(ScoreCounts.bin(known.friction())))
                    .add("n", 1);
            known.reasons()
                    .forEach(reason -> place(Rollup.SCORE, entry, reason.cause().name(), "")
                            .add("n", 1));
        });
        if (Scores.struggling(entry.outcome())) {
            place.add("struggling", 1).seen("strugglers", visit);
        }
    }

    private void outcome(JournalEntry entry, boolean firstPause) {
        switch (entry.outcome()) {
            case Outcome.Shown shown ->
                hint(entry, shown.hint().id(), shown.assignment()).add("sent", 1);
            case Outcome.HeldOut heldOut ->
                hint(entry, heldOut.match().hint(), heldOut.assignment()).add("held_out", 1);
            case Outcome.Paced paced -> {
                if (firstPause) {
                    hint(entry, paced.match().hint(), null).add("paced", 1);
                }
            }
            case Outcome.WarmingUp warmingUp -> {}
            case Outcome.NoRuleMatched noRule -> {}
            case Outcome.Refused refused -> {}
            case Outcome.Duplicate duplicate -> {}
        }
    }

    private void event(JournalEntry entry, VisitorEvent event) {
        switch (event.kind()) {
            case HINT_SHOWN -> hint(entry, event.name(), null).add("shown", 1);
            case HINT_DISMISSED -> hint(entry, event.name(), null).add("dismissed", 1);
            case HINT_ACTED -> hint(entry, event.name(), null).add("acted", 1);
            case HINT_HELPED -> {
                if (event.value() == 0 || event.value() == 1) {
                    hint(entry, event.name(), null).add(event.value() == 1 ? "helped" : "did_not_help", 1);
                }
            }
            case CONVERSION ->
                place(Rollup.CONVERSION, entry, event.name(), device(entry))
                        .add("conversions", 1)
                        .add("value_sum", event.value() / 100.0);
            case HINT_EXPIRED, SURVEY_ANSWER, MUTED, SELF_REPORT, HANDOFF -> {}
        }
    }

    private RollupBatch.Place hint(JournalEntry entry, String hint, @Nullable Assignment assignment) {
        String arm = assignment == null ? "" : assignment.experiment() + "/" + assignment.variation();
        return place(Rollup.HINT, entry, entry.frame().page(), hint, arm, device(entry));
    }

    private RollupBatch.Place place(Rollup rollup, JournalEntry entry, String... labels) {
        RollupBatch batch = batches.get(rollup);
        if (batch == null) {
            throw new IllegalStateException("no batch for " + rollup);
        }
        Visit visit = entry.visit();
        return batch.at(visit.site(), visit.simulated(), entry.receivedAt(), labels);
    }

    private static String device(JournalEntry entry) {
        return entry.visit().device().word();
    }

    /** 64 evenly spread bits of a session id: FNV-1a, then the finalizer of MurmurHash3. */
    static long hash(String session) {
        long h = 0xcbf29ce484222325L;
        for (byte b : session.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (b & 0xff)) * 0x100000001b3L;
        }
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
