package dev.rapport.server.store;

import dev.rapport.analytics.ArmCell;
import dev.rapport.analytics.Measure;
import dev.rapport.analytics.Range;
import dev.rapport.analytics.Reports;
import dev.rapport.experiment.Experiment;
import dev.rapport.learning.Drift;
import dev.rapport.learning.ScoreCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reports from roll-ups; how many rows are read depends on the range and the site's size, not on its traffic. */
final class PostgresReports implements Reports {
    private final Database database;
    private final Clock clock;

    PostgresReports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private RollupQuery query(Rollup rollup, String site, Range range) {
        return new RollupQuery(rollup, site, range.simulated(), Span.cover(range, Grain.DAY, clock.instant()));
    }

    @Override
    public List<FrictionPoint> frictionOverTime(String site, Range range, int points) {
        FrictionSteps steps = FrictionSteps.of(range, points, clock.instant());
        return database.transaction(connection -> steps.read(connection, site));
    }

    @Override
    public List<Trouble> troubles(String site, Range range, int limit) {
        return database.transaction(connection -> Troubles.worst(connection, query(Rollup.SIGNAL, site, range), limit));
    }

    @Override
    public List<HintTotals> hints(String site, Range range) {
        List<HintTotals> found = database.transaction(connection -> query(Rollup.HINT, site, range)
                .select(
                        connection,
                        "hint, sum(sent), sum(shown), sum(held_out), sum(paced), sum(dismissed), sum(acted), sum(helped),"
                                + " sum(did_not_help)",
                        "WHERE hint <> '' GROUP BY hint",
                        row -> new HintTotals(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9))));
        return found.stream().sorted(Comparator.comparing(HintTotals::hint)).toList();
    }

    @Override
    public Totals totals(String site, Range range) {
        return database.transaction(connection -> {
            DistinctCount visits = new DistinctCount();
            DistinctCount strugglers = new DistinctCount();
            DistinctCount visitors = new DistinctCount();
            long frames = 0;
            for (long of : query(Rollup.FRICTION, site, range)
                    .select(connection, "frames, visits, strugglers, visitors", "", row -> {
                        visits.merge(DistinctCount.read(row.getBytes(2)));
                        strugglers.merge(DistinctCount.read(row.getBytes(3)));
                        visitors.merge(DistinctCount.read(row.getBytes(4)));
                        return row.getLong(1);
                    })) {
                frames += of;
            }
            return new Totals(
                    visitors.estimate(),
                    visits.estimate(),
                    strugglers.estimate(),
                    frames,
                    sum(connection, query(Rollup.SIGNAL, site, range), "signals"),
                    sum(connection, query(Rollup.HINT, site, range), "shown"),
                    sum(connection, query(Rollup.CONVERSION, site, range), "conversions"));
        });
    }

    private static long sum(Connection connection, RollupQuery query, String column) throws SQLException {
        return query.select(connection, "coalesce(sum(" + column + "), 0)", "", row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public Quantiles quantiles(String site, Range range, Measure measure) {
        Spread spread = new Spread();
        database.transaction(connection -> query(Rollup.SPREAD, site, range)
                .select(
                        connection,
                        "spread",
                        "WHERE measure = ANY (?)",
                        row -> {
                            spread.merge(row.getBytes(1));
                            return measure;
                        },
                        List.of(measure.word())));
        return spread.quantiles();
    }

    @Override
    public ScoreCounts scores(String site, Range range) {
        List<Long> bins = new ArrayList<>(ScoreCounts.NONE.bins());
        Map<String, Long> reasons = new HashMap<>();
        database.transaction(connection -> query(Rollup.SCORE, site, range)
                .select(connection, "measure, bin, sum(n)", "GROUP BY measure, bin", row -> {
                    if (row.getString(1).equals(Drift.SCORE)) {
                        return bins.set(row.getInt(2), row.getLong(3));
                    }
                    return reasons.merge(row.getString(1), row.getLong(3), Long::sum);
                }));
        return new ScoreCounts(bins, reasons);
    }

    @Override
    public List<ArmTotals> arms(String site, Experiment experiment, boolean simulated) {
        Instant started = experiment.startedAt();
        Map<String, ArmTotals> found = Map.of();
        if (started != null) {
            // A day beyond now: another node's clock may be ahead.
            Instant end = clock.instant().plus(Duration.ofDays(1));
            Instant from = Grain.MINUTE.floor(started);
            if (from.isBefore(end)) {
                Range range = new Range(from, end, simulated);
                found = database.transaction(connection -> arms(connection, site, range, experiment));
            }
        }
        List<ArmTotals> arms = new ArrayList<>();
        for (Experiment.Variation variation : experiment.variations()) {
            arms.add(Objects.requireNonNullElseGet(
                    found.get(variation.key()), () -> new ArmTotals(variation.key(), 0, 0, 0, 0, 0)));
        }
        return arms;
    }

    @Override
    public List<ArmCell> cells(String site, Experiment experiment, boolean simulated, ArmCell.Breakdown by) {
        Instant started = experiment.startedAt();
        Instant end = clock.instant().plus(Duration.ofDays(1));
        if (started == null || !Grain.MINUTE.floor(started).isBefore(end)) {
            return List.of();
        }
        Range range = new Range(Grain.MINUTE.floor(started), end, simulated);
        MeasureCells cells =
                new MeasureCells(site, simulated, experiment.id(), Span.cover(range, Grain.DAY, clock.instant()));
        return database.transaction(connection -> cells.read(connection, by));
    }

    private Map<String, ArmTotals> arms(Connection connection, String site, Range range, Experiment experiment)
            throws SQLException {
        Map<String, Long> converted = new HashMap<>();
        if (!experiment.goal().isEmpty()) {
            query(Rollup.ARM_CONVERSION, site, range)
                    .select(
                            connection,
                            "variation, sum(converted)",
                            "WHERE experiment = ANY (?) AND name = ANY (?) GROUP BY variation",
                            row -> converted.merge(row.getString(1), row.getLong(2), Long::sum),
                            List.of(experiment.id()),
                            List.of(experiment.goal()));
        }
        List<ArmTotals> arms = query(Rollup.ARM, site, range)
                .select(
                        connection,
                        "variation, sum(exposed), sum(friction_units), sum(friction_sum), sum(friction_squares)",
                        "WHERE experiment = ANY (?) GROUP BY variation",
                        row -> new ArmTotals(
                                row.getString(1),
                                row.getLong(2),
                                converted.getOrDefault(row.getString(1), 0L),
                                row.getLong(3),
                                row.getDouble(4),
                                row.getDouble(5)),
                        List.of(experiment.id()));
        return arms.stream().collect(Collectors.toMap(ArmTotals::variation, arm -> arm));
    }
}
