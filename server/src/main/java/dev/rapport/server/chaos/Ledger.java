package dev.rapport.server.chaos;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the visitors know: by visit, the highest sequence sent and the highest that the server said is on disk. Thread-safe. */
final class Ledger {
    private final ConcurrentMap<String, Line> visits = new ConcurrentHashMap<>();

    /**
     * One visit.
     *
     * @param first lowest sequence that belongs to it
     * @param sent highest sequence sent
     * @param acknowledged highest sequence acknowledged, one less than the first when none was
     */
    record Line(long first, long sent, long acknowledged) {
        private Line most(Line other) {
            return new Line(
                    Math.min(first, other.first),
                    Math.max(sent, other.sent),
                    Math.max(acknowledged, other.acknowledged));
        }

        private long promised() {
            return acknowledged - first + 1;
        }
    }

    /** The server named a visit whose next frame is {@code first}. */
    void begun(String visit, long first) {
        visits.putIfAbsent(visit, new Line(first, first - 1, first - 1));
    }

    void sent(String visit, long sequence) {
        visits.merge(visit, new Line(sequence, sequence, 0), Line::most);
    }

    void acknowledged(String visit, long sequence) {
        visits.merge(visit, new Line(sequence, 0, sequence), Line::most);
    }

    long acknowledged() {
        return visits.values().stream().mapToLong(Line::promised).sum();
    }

    /**
     * The ledger held against the store.
     *
     * @param acknowledged frames that were acknowledged
     * @param lost of those, frames that the store does not have
     * @param twice frames that the reports count beyond those that there are
     */
    record Held(long acknowledged, long lost, long twice) {}

    /** Every acknowledged frame must be in the store, every frame of the reports must be in its ledger, once. */
    Held against(Postgres.Counted counted) {
        long lost = 0;
        long invented = 0;
        for (Map.Entry<String, Line> visit : visits.entrySet()) {
            Line line = visit.getValue();
            lost += counted.missing(visit.getKey(), line.first(), line.acknowledged());
            invented += counted.invented(visit.getKey(), line.sent());
        }
        return new Held(acknowledged(), lost, invented + Math.abs(counted.frames() - counted.claimed()));
    }
}
