package dev.rapport.analytics;

import dev.rapport.experiment.Experiment;
import dev.rapport.frame.EventKind;
import dev.rapport.journal.JournalEntry;
import dev.rapport.learning.Label;
import dev.rapport.learning.ScoreCounts;
import dev.rapport.learning.SiteLearning;
import dev.rapport.learning.Version;
import dev.rapport.pipeline.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The reference implementation: keeps every entry and counts anew for each report, so that its code is the definition of
 * every number. For tests and short demonstrations; its cost grows with the traffic. Thread-safe.
 *
 * <p>Refused and duplicate frames are not counted at all. An entry belongs to the minute in which it was received, and a
 * minute belongs to a range when it starts in it.
 */
public final class InMemoryAnalytics implements OutcomeStore, Reports, SiteLearning {
    private final Set<Key> seen = new HashSet<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Map<String, List<Version>> versions = new HashMap<>();

    @Override
    public synchronized int apply(List<JournalEntry> batch) {
        int fresh = 0;
        for (JournalEntry entry : batch) {
            boolean counts = switch (entry.outcome()) {
                case Outcome.Duplicate duplicate -> false;
                case Outcome.Refused refused -> false;
                case Outcome.WarmingUp warmingUp -> true;
                case Outcome.NoRuleMatched noRule -> true;
                case Outcome.Paced paced -> true;
                case Outcome.HeldOut heldOut -> true;
                case Outcome.Shown shown -> true;
            };
            if (counts && seen.add(Key.of(entry))) {
                entries.add(entry);
                fresh++;
            }
        }
        return fresh;
    }

    @Override
    public synchronized void clearSimulated(String site) {
        Predicate<JournalEntry> simulated =
                entry -> entry.visit().site().equals(site) && entry.visit().simulated();
        entries.stream().filter(simulated).map(Key::of).forEach(seen::remove);
        entries.removeIf(simulated);
    }

    @Override
    public List<FrictionPoint> frictionOverTime(String site, Range range, int points) {
        return FrictionCount.overTime(in(site, range), range, points);
    }

    @Override
    public List<Trouble> troubles(String site, Range range, int limit) {
        return TroubleCount.troubles(in(site, range), limit);
    }

    @Override
    public List<HintTotals> hints(String site, Range range) {
        // Pacing counts once a visit and pause, at its first time: whether that was in the range needs the time before
        // it.
        return HintCount.hints(all(site, range.simulated()), entry -> within(range, entry.receivedAt()));
    }

    @Override
    public Totals totals(String site, Range range) {
        Set<String> visits = new HashSet<>();
        Set<String> struggling = new HashSet<>();
        Set<String> visitors = new HashSet<>();
        long frames = 0;
        long signals = 0;
        long shown = 0;
        long conversions = 0;
        for (JournalEntry entry : in(site, range)) {
            String session = entry.visit().session();
            visits.add(session);
            visitors.add(entry.receivedAt().truncatedTo(ChronoUnit.DAYS) + " "
                    + entry.visit().unit());
            if (Scores.struggling(entry.outcome())) {
                struggling.add(session);
            }
            frames++;
            signals += entry.frame().signals().size();
            shown += count(entry, EventKind.HINT_SHOWN);
            conversions += count(entry, EventKind.CONVERSION);
        }
        return new Totals(visitors.size(), visits.size(), struggling.size(), frames, signals, shown, conversions);
    }

    @Override
    public Quantiles quantiles(String site, Range range, Measure measure) {
        double[] numbers = in(site, range).stream()
                .map(measure::of)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        return numbers.length == 0
                ? Quantiles.NONE
                : new Quantiles(
                        numbers.length,
                        nearest(numbers, Quantiles.HALF),
                        nearest(numbers, Quantiles.MOST),
                        nearest(numbers, Quantiles.NEARLY_ALL));
    }

    private static double nearest(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    @Override
    public ScoreCounts scores(String site, Range range) {
        return ScoreCount.scores(in(site, range));
    }

    @Override
    public List<Label> labels(String site, boolean simulated) {
        List<Label> labels = all(site, simulated).stream()
                .flatMap(entry -> SelfReports.of(entry).stream())
                .sorted(Comparator.comparing(Label::day))
                .toList();
        return labels.subList(Math.max(0, labels.size() - MOST), labels.size());
    }

    @Override
    public synchronized List<Version> versions(String site) {
        return versions.getOrDefault(site, List.of()).reversed();
    }

    @Override
    public synchronized void keep(String site, Version version) {
        List<Version> kept = versions.computeIfAbsent(site, fresh -> new ArrayList<>());
        if (kept.stream().anyMatch(one -> one.number() == version.number())) {
            throw new IllegalStateException(site + " has a version " + version.number() + " already");
        }
        kept.add(version);
    }

    @Override
    public List<ArmTotals> arms(String site, Experiment experiment, boolean simulated) {
        return ArmCount.arms(all(site, simulated), experiment);
    }

    @Override
    public List<ArmCell> cells(String site, Experiment experiment, boolean simulated, ArmCell.Breakdown by) {
        return CellCount.cells(all(site, simulated), experiment, by);
    }

    private static long count(JournalEntry entry, EventKind kind) {
        return entry.frame().events().stream()
                .filter(event -> event.kind() == kind)
                .count();
    }

    private synchronized List<JournalEntry> all(String site, boolean simulated) {
        return entries.stream()
                .filter(entry ->
                        entry.visit().site().equals(site) && entry.visit().simulated() == simulated)
                .toList();
    }

    private List<JournalEntry> in(String site, Range range) {
        return all(site, range.simulated()).stream()
                .filter(entry -> within(range, entry.receivedAt()))
                .toList();
    }

    private static boolean within(Range range, Instant receivedAt) {
        Instant minute = receivedAt.truncatedTo(ChronoUnit.MINUTES);
        return !minute.isBefore(range.from()) && minute.isBefore(range.to());
    }

    private record Key(String site, String session, long sequence) {
        static Key of(JournalEntry entry) {
            return new Key(
                    entry.visit().site(), entry.visit().session(), entry.frame().sequence());
        }
    }
}
