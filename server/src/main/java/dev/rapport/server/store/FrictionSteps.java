package dev.rapport.server.store;

import dev.rapport.analytics.Range;
import dev.rapport.analytics.Reports.FrictionPoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Friction over time in equal steps of whole minutes; of whole hours or days where the finer roll-ups are gone. */
final class FrictionSteps {
    private final Range range;
    private final Instant origin;
    private final long stepSeconds;
    private final Instant now;

    private FrictionSteps(Range range, Instant origin, long stepSeconds, Instant now) {
        this.range = range;
        this.origin = origin;
        this.stepSeconds = stepSeconds;
        this.now = now;
    }

    /** About {@code points} steps. */
    static FrictionSteps of(Range range, int points, Instant now) {
        Grain finest = Grain.MINUTE;
        while (finest != Grain.DAY && range.from().isBefore(finest.horizon(now))) {
            finest = Grain.values()[finest.ordinal() + 1];
        }
        long seconds = Duration.between(range.from(), range.to()).toSeconds();
        long unit = finest.length().toSeconds();
        long step = unit * Math.max(1, Math.ceilDiv(seconds, unit * Math.max(1, points)));
        return new FrictionSteps(range, finest.floor(range.from()), step, now);
    }

    /** The steps that have a visit. */
    List<FrictionPoint> read(Connection connection, String site) throws SQLException {
        List<Span> spans = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        int step = 0;
        for (Instant at = origin; at.isBefore(range.to()); at = at.plusSeconds(stepSeconds), step++) {
            Instant from = at.isBefore(range.from()) ? range.from() : at;
            Instant end = at.plusSeconds(stepSeconds);
            Instant to = end.isAfter(range.to()) ? range.to() : end;
            for (Span span : Span.cover(new Range(from, to, range.simulated()), Grain.DAY, now)) {
                spans.add(span);
                steps.add(step);
            }
        }
        Map<Integer, Step> found = new TreeMap<>();
        new RollupQuery(Rollup.FRICTION, site, range.simulated(), spans, steps)
                .select(
                        connection,
                        "step, scored, struggling, score_sum, visits",
                        "",
                        row -> found.computeIfAbsent(row.getInt(1), fresh -> new Step())
                                .add(row.getLong(2), row.getLong(3), row.getDouble(4), row.getBytes(5)));
        return found.entrySet().stream()
                .map(one -> one.getValue().point(origin.plusSeconds(stepSeconds * one.getKey())))
                .toList();
    }

    private static final class Step {
        private final DistinctCount visits = new DistinctCount();
        private long scored;
        private long struggling;
        private double sum;

        Step add(long moreScored, long moreStruggling, double moreSum, byte[] sketch) {
            scored += moreScored;
            struggling += moreStruggling;
            sum += moreSum;
            visits.merge(DistinctCount.read(sketch));
            return this;
        }

        FrictionPoint point(Instant at) {
            return new FrictionPoint(
                    at, visits.estimate(), scored, struggling, scored == 0 ? Double.NaN : sum / scored);
        }
    }
}
