package dev.rapport.analytics;

import dev.rapport.analytics.Reports.FrictionPoint;
import dev.rapport.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Counts friction over time in equal steps of whole minutes. */
final class FrictionCount {
    private final Set<String> visits = new HashSet<>();
    private long scored;
    private long struggling;
    private double sum;

    private FrictionCount() {}

    static List<FrictionPoint> overTime(List<JournalEntry> entries, Range range, int points) {
        Instant origin = range.from().truncatedTo(ChronoUnit.MINUTES);
        long step = stepMinutes(range, points);
        Map<Instant, FrictionCount> steps = new TreeMap<>();
        for (JournalEntry entry : entries) {
            long minutes = Duration.between(origin, entry.receivedAt()).toMinutes();
            Instant at = origin.plus(Duration.ofMinutes(minutes / step * step));
            steps.computeIfAbsent(at, start -> new FrictionCount()).add(entry);
        }
        return steps.entrySet().stream()
                .map(one -> one.getValue().point(one.getKey()))
                .toList();
    }

    private static long stepMinutes(Range range, int points) {
        long seconds = Duration.between(range.from(), range.to()).toSeconds();
        return Math.max(1, Math.ceilDiv(seconds, 60L * Math.max(1, points)));
    }

    private void add(JournalEntry entry) {
        visits.add(entry.visit().session());
        OptionalDouble score = Scores.known(entry.outcome());
        if (score.isPresent()) {
            scored++;
            sum += score.getAsDouble();
            struggling += Scores.struggling(entry.outcome()) ? 1 : 0;
        }
    }

    private FrictionPoint point(Instant at) {
        return new FrictionPoint(at, visits.size(), scored, struggling, scored == 0 ? Double.NaN : sum / scored);
    }
}
