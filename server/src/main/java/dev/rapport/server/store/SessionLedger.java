package dev.rapport.server.store;

import dev.rapport.analytics.Scores;
import dev.rapport.journal.JournalEntry;
import dev.rapport.pacing.Pacing;
import dev.rapport.pipeline.Outcome;
import dev.rapport.session.Visit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Exactly-once: picks the entries of a batch whose (session, sequence) was not counted before, and remembers them in the
 * same transaction. Sessions stay locked until its end, in one order, so that two nodes never count the same frame.
 */
final class SessionLedger {
    private final Connection connection;
    private final Map<Key, Session> sessions = new TreeMap<>();

    private SessionLedger(Connection connection) {
        this.connection = connection;
    }

    /** The entries that are new, in order, each once. */
    static List<Counted> claim(Connection connection, List<JournalEntry> entries) throws SQLException {
        SessionLedger ledger = new SessionLedger(connection);
        List<JournalEntry> countable =
                entries.stream().filter(entry -> counts(entry.outcome())).toList();
        if (countable.isEmpty()) {
            return List.of();
        }
        countable.forEach(entry -> ledger.sessions
                .computeIfAbsent(Key.of(entry.visit()), key -> new Session(entry.visit()))
                .sawAt(entry.receivedAt()));
        ledger.lock();
        List<Counted> fresh = new ArrayList<>();
        for (JournalEntry entry : countable) {
            Session session = ledger.sessions.get(Key.of(entry.visit()));
            if (session != null && session.seen.add(entry.frame().sequence())) {
                fresh.add(new Counted(entry, session.pausesFirst(entry.outcome()), session.scored(entry.outcome())));
            }
        }
        ledger.write();
        return fresh;
    }

    /** Refused frames and duplicates are counted by metrics only; nothing of them is stored. */
    private static boolean counts(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Duplicate duplicate -> false;
            case Outcome.Refused refused -> false;
            case Outcome.WarmingUp warmingUp -> true;
            case Outcome.NoRuleMatched noRule -> true;
            case Outcome.Paced paced -> true;
            case Outcome.HeldOut heldOut -> true;
            case Outcome.Shown shown -> true;
        };
    }

    private void lock() throws SQLException {
        List<Session> all = List.copyOf(sessions.values());
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO session AS kept (site, session, simulated, started_at, last_at)
                SELECT * FROM unnest(?::text[], ?::text[], ?::boolean[], ?::timestamptz[], ?::timestamptz[])
                ON CONFLICT (site, session) DO UPDATE SET last_at = greatest(kept.last_at, excluded.last_at)
                RETURNING site, session, seen::text, paused, scores, score_sum
                """)) {
            new Columns(upsert, connection)
                    .texts(all, session -> session.visit.site())
                    .texts(all, session -> session.visit.session())
                    .of("boolean", all, session -> session.visit.simulated())
                    .texts(all, session -> session.visit.startedAt().toString())
                    .texts(all, session -> session.last.toString());
            try (ResultSet rows = upsert.executeQuery()) {
                while (rows.next()) {
                    Session session = sessions.get(new Key(rows.getString(1), rows.getString(2)));
                    if (session != null) {
                        session.seen = Sequences.read(rows.getString(3));
                        session.paused.addAll(
                                Arrays.asList((String[]) rows.getArray(4).getArray()));
                        session.scores = rows.getLong(5);
                        session.scoreSum = rows.getDouble(6);
                    }
                }
            }
        }
    }

    private void write() throws SQLException {
        List<Session> changed = sessions.values().stream()
                .filter(session -> !session.seen.added().isEmpty())
                .toList();
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE session AS kept
                SET seen = kept.seen + new.added::int8multirange,
                    paused = CASE WHEN new.paused = '' THEN kept.paused ELSE string_to_array(new.paused, ',') END,
                    scores = new.scores, score_sum = new.score_sum
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::float8[])
                  AS new (site, session, added, paused, scores, score_sum)
                WHERE kept.site = new.site AND kept.session = new.session
                """)) {
            new Columns(update, connection)
                    .texts(changed, session -> session.visit.site())
                    .texts(changed, session -> session.visit.session())
                    .texts(changed, session -> session.seen.added())
                    .texts(changed, session -> String.join(",", session.paused))
                    .of("int8", changed, session -> session.scores)
                    .of("float8", changed, session -> session.scoreSum);
            update.executeUpdate();
        }
    }

    /**
     * An entry that is counted now.
     *
     * @param entry what
     * @param firstPause true when pacing held its hint back for the first time in this visit for this reason
     * @param meanScore mean known score of the visit up to and with this entry, 0 when none was known
     */
    record Counted(JournalEntry entry, boolean firstPause, double meanScore) {}

    private record Key(String site, String session) implements Comparable<Key> {
        static Key of(Visit visit) {
            return new Key(visit.site(), visit.session());
        }

        @Override
        public int compareTo(Key other) {
            int bySite = site.compareTo(other.site);
            return bySite != 0 ? bySite : session.compareTo(other.session);
        }
    }

    private static final class Session {
        private final Visit visit;
        private final Set<String> paused = new TreeSet<>();
        private Sequences seen = new Sequences();
        private Instant last;
        private long scores;
        private double scoreSum;

        Session(Visit visit) {
            this.visit = visit;
            this.last = visit.startedAt();
        }

        void sawAt(Instant time) {
            last = time.isAfter(last) ? time : last;
        }

        /** Takes a score in and gives the mean of all so far. */
        double scored(Outcome outcome) {
            OptionalDouble score = Scores.known(outcome);
            if (score.isPresent()) {
                scores++;
                scoreSum += score.getAsDouble();
            }
            return scores == 0 ? 0 : scoreSum / scores;
        }

        boolean pausesFirst(Outcome outcome) {
            return outcome instanceof Outcome.Paced(var score, Outcome.Match match, Pacing.Pause pause)
                    && paused.add(match.hint() + ' ' + pause.name().toLowerCase(Locale.ROOT));
        }
    }
}
