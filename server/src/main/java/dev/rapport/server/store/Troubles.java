package dev.rapport.server.store;

import dev.rapport.analytics.Reports.Trouble;
import dev.rapport.frame.SignalKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds the places with most visits. Sketches are read for the places with most signals first, and no further once no
 * other place can have more visits: a place never has more visits than signals.
 */
final class Troubles {
    private static final int CHUNK = 200;
    private static final Comparator<Trouble> WORST_FIRST = Comparator.comparingLong(Trouble::visits)
            .reversed()
            .thenComparing(Comparator.comparingLong(Trouble::count).reversed())
            .thenComparing(Trouble::page)
            .thenComparing(Trouble::element)
            .thenComparing(Trouble::kind);

    private Troubles() {}

    /** At most {@code limit} places, worst first. */
    static List<Trouble> worst(Connection connection, RollupQuery query, int limit) throws SQLException {
        if (limit <= 0) {
            return List.of();
        }
        List<Place> places = query.select(
                connection,
                "page, element, kind, sum(signals)",
                "GROUP BY page, element, kind ORDER BY 4 DESC, 1, 2, 3",
                row -> new Place(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
        List<Trouble> worst = List.of();
        for (int from = 0; from < places.size(); from += CHUNK) {
            if (worst.size() >= limit
                    && worst.get(limit - 1).visits() > places.get(from).signals()) {
                break;
            }
            List<Trouble> more = new ArrayList<>(worst);
            more.addAll(counted(connection, query, places.subList(from, Math.min(places.size(), from + CHUNK))));
            worst = more.stream().sorted(WORST_FIRST).limit(limit).toList();
        }
        return worst;
    }

    private static List<Trouble> counted(Connection connection, RollupQuery query, List<Place> chunk)
            throws SQLException {
        Map<String, DistinctCount> visits = new HashMap<>();
        query.select(
                connection,
                "page, element, kind, visits",
                "JOIN unnest(?::text[], ?::text[], ?::text[]) AS wanted (p, e, k) ON page = p AND element = e AND kind = k",
                row -> visits.merge(
                        row.getString(1) + '\n' + row.getString(2) + '\n' + row.getString(3),
                        DistinctCount.read(row.getBytes(4)),
                        (a, b) -> {
                            a.merge(b);
                            return a;
                        }),
                chunk.stream().map(Place::page).toList(),
                chunk.stream().map(Place::element).toList(),
                chunk.stream().map(Place::kind).toList());
        List<Trouble> troubles = new ArrayList<>();
        for (Place place : chunk) {
            SignalKind kind = SignalKind.valueOf(place.kind().toUpperCase(Locale.ROOT));
            DistinctCount seen = visits.getOrDefault(
                    place.page() + '\n' + place.element() + '\n' + place.kind(), new DistinctCount());
            troubles.add(new Trouble(place.page(), place.element(), kind, place.signals(), seen.estimate()));
        }
        return troubles;
    }

    private record Place(String page, String element, String kind, long signals) {}
}
