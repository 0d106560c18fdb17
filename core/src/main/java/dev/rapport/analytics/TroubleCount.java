package dev.rapport.analytics;

import dev.rapport.analytics.Reports.Trouble;
import dev.rapport.frame.Signal;
import dev.rapport.frame.SignalKind;
import dev.rapport.journal.JournalEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts signals by page, element and kind. */
final class TroubleCount {
    private static final Comparator<Trouble> WORST_FIRST = Comparator.comparingLong(Trouble::visits)
            .reversed()
            .thenComparing(Comparator.comparingLong(Trouble::count).reversed())
            .thenComparing(Trouble::page)
            .thenComparing(Trouble::element)
            .thenComparing(Trouble::kind);

    private final Set<String> visits = new HashSet<>();
    private long count;

    private TroubleCount() {}

    static List<Trouble> troubles(List<JournalEntry> entries, int limit) {
        Map<Place, TroubleCount> places = new HashMap<>();
        for (JournalEntry entry : entries) {
            for (Signal signal : entry.frame().signals()) {
                Place place = new Place(entry.frame().page(), signal.element(), signal.kind());
                TroubleCount trouble = places.computeIfAbsent(place, p -> new TroubleCount());
                trouble.count++;
                trouble.visits.add(entry.visit().session());
            }
        }
        return places.entrySet().stream()
                .map(one -> one.getValue().trouble(one.getKey()))
                .sorted(WORST_FIRST)
                .limit(limit)
                .toList();
    }

    private Trouble trouble(Place place) {
        return new Trouble(place.page, place.element, place.kind, count, visits.size());
    }

    private record Place(String page, String element, SignalKind kind) {}
}
