package dev.rapport.server.store;

import dev.rapport.experiment.Experiment;
import dev.rapport.experiment.Metric;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Fills a store's roll-ups as an experiment with millions of exposures leaves them: every minute, hour and day has a row for
 * each arm, device, language, kind of visitor and metric. For measuring reports; the numbers say nothing.
 *
 * @param exposures units exposed
 * @param rows rows in the roll-ups of metrics
 */
public record FilledRollups(long exposures, long rows) {
    /** Exposures a minute: five in each of the segments' cells. */
    public static final long A_MINUTE = 5L * 2 * 3 * 6 * 2;

    private static final String CELLS = """
            (VALUES ('control'), ('b')) AS v (variation)
            CROSS JOIN (VALUES ('mouse'), ('touch'), ('keyboard')) AS d (device)
            CROSS JOIN (VALUES ('en'), ('de'), ('fr'), ('es'), ('it'), ('other')) AS l (language)
            CROSS JOIN (VALUES ('new'), ('returning')) AS r (visitor)
            """;

    /**
     * Fills.
     *
     * @param site id
     * @param experiment with variations {@code control} and {@code b}
     * @param now end of the last full day is before it
     * @param days full days of exposures
     * @param minuteDays days that still have a row for each minute
     */
    public static FilledRollups fill(
            Store store, String site, Experiment experiment, Instant now, int days, int minuteDays) {
        Instant end = now.truncatedTo(ChronoUnit.DAYS);
        return store.database().transaction(connection -> {
            for (Grain grain : Grain.values()) {
                long minutes = grain.length().toMinutes();
                Instant from = end.minus(grain == Grain.MINUTE ? minuteDays : days, ChronoUnit.DAYS);
                for (Rollup rollup : List.of(Rollup.MEASURE, Rollup.ARM, Rollup.ARM_CONVERSION)) {
                    Partitions.make(connection, rollup, grain, from, end);
                }
                for (Metric metric : experiment.measured()) {
                    insert(
                            connection.prepareStatement(measure(metric)),
                            site,
                            experiment,
                            grain,
                            from,
                            end,
                            metric.key());
                }
                insert(connection.prepareStatement(exposed()), site, experiment, grain, from, end, "");
                totals(connection.prepareStatement(arms(minutes)), site, experiment, grain, from, end, "");
                totals(
                        connection.prepareStatement(conversions(minutes)),
                        site,
                        experiment,
                        grain,
                        from,
                        end,
                        experiment.goal());
            }
            try (Statement analyse = connection.createStatement()) {
                analyse.execute("ANALYZE rollup_measure");
                analyse.execute("ANALYZE rollup_arm");
                try (ResultSet count = analyse.executeQuery("SELECT count(*) FROM rollup_measure")) {
                    count.next();
                    return new FilledRollups(days * 1440L * A_MINUTE, count.getLong(1));
                }
            }
        });
    }

    private static String exposed() {
        return measured(List.of("5", "0", "0", "0", "0", "0"));
    }

    /** Sums of one cell in one minute, possible ones. */
    private static String measure(Metric metric) {
        return measured(
                switch (metric.kind()) {
                    case FRICTION -> List.of("4", "1.6", "0.8", "2", "1.2", "0.9");
                    case ERRORS -> List.of("5", "2", "4", "200", "9000", "90");
                    case TIME_TO_SUCCESS -> List.of("1", "1700", "2890000", "0", "0", "0");
                    case RATIO -> List.of("2", "30", "500", "3", "5", "50");
                    case MEAN, QUANTILE, COUNT -> List.of("2", "30", "500", "0", "0", "0");
                    case BINOMIAL, HELPFUL, DISMISSED, RETURNED -> List.of("1", "1", "1", "0", "0", "0");
                });
    }

    private static String measured(List<String> sums) {
        return "INSERT INTO rollup_measure SELECT ?, false, ?, t, ?, v.variation, d.device, l.language, r.visitor, ?, "
                + String.join(", ", sums.stream().map(sum -> sum + " * ?").toList())
                + " FROM generate_series(?::timestamptz, ?::timestamptz - interval '1 second', ? * interval '1 minute') AS t"
                + " CROSS JOIN " + CELLS;
    }

    private static String arms(long minutes) {
        long cells = 36 * minutes;
        return "INSERT INTO rollup_arm SELECT ?, false, ?, t, ?, v.variation, " + 5 * cells + ", " + 4 * cells + ", "
                + 1.6 * cells + ", " + 0.8 * cells
                + " FROM generate_series(?::timestamptz, ?::timestamptz - interval '1 second', ? * interval '1 minute') AS t"
                + " CROSS JOIN (VALUES ('control'), ('b')) AS v (variation) WHERE ? = ''";
    }

    private static String conversions(long minutes) {
        return "INSERT INTO rollup_arm_conversion SELECT ?, false, ?, t, ?, v.variation, ?, " + 36 * minutes
                + " FROM generate_series(?::timestamptz, ?::timestamptz - interval '1 second', ? * interval '1 minute') AS t"
                + " CROSS JOIN (VALUES ('control'), ('b')) AS v (variation)";
    }

    private static void insert(
            PreparedStatement insert,
            String site,
            Experiment experiment,
            Grain grain,
            Instant from,
            Instant to,
            String metric)
            throws SQLException {
        try (insert) {
            insert.setString(1, site);
            insert.setInt(2, grain.ordinal());
            insert.setString(3, experiment.id());
            insert.setString(4, metric);
            for (int i = 0; i < 6; i++) {
                insert.setDouble(5 + i, grain.length().toMinutes());
            }
            insert.setTimestamp(11, Timestamp.from(from));
            insert.setTimestamp(12, Timestamp.from(to));
            insert.setDouble(13, grain.length().toMinutes());
            insert.executeUpdate();
        }
    }

    private static void totals(
            PreparedStatement insert,
            String site,
            Experiment experiment,
            Grain grain,
            Instant from,
            Instant to,
            String name)
            throws SQLException {
        try (insert) {
            int next = 1;
            insert.setString(next++, site);
            insert.setInt(next++, grain.ordinal());
            insert.setString(next++, experiment.id());
            if (!name.isEmpty()) {
                insert.setString(next++, name);
            }
            insert.setTimestamp(next++, Timestamp.from(from));
            insert.setTimestamp(next++, Timestamp.from(to));
            insert.setDouble(next++, grain.length().toMinutes());
            if (name.isEmpty()) {
                insert.setString(next, "");
            }
            insert.executeUpdate();
        }
    }

    /** Milliseconds that a question without any work takes, there and back: the floor under every report. */
    public static double floorMillis(Store store, int times) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            store.database().transaction(connection -> {
                try (Statement select = connection.createStatement()) {
                    return select.execute("SELECT 1");
                }
            });
        }
        return (System.nanoTime() - begun) / 1e6 / times;
    }
}
