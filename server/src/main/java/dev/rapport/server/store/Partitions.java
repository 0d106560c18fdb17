package dev.rapport.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The partitions of the roll-up tables: minutes by the day, hours by the month, days by the year (UTC). Made days ahead and
 * dropped whole. A row whose time no partition covers waits in the table's DEFAULT partition, where it is counted like any other.
 */
final class Partitions {
    /** A clock may be a day wrong, and a start may be missed for as long as this without anything going to DEFAULT. */
    private static final Duration BEHIND = Duration.ofDays(1);

    private static final Duration AHEAD = Duration.ofDays(3);

    private final Database database;

    Partitions(Database database) {
        this.database = database;
    }

    /** Makes what frames of around {@code now} need, each table in a transaction of its own, so that none waits long. */
    void make(Instant now) {
        for (Rollup rollup : Rollup.values()) {
            database.transaction(connection -> {
                for (Grain grain : Grain.values()) {
                    make(connection, rollup, grain, now.minus(BEHIND), now.plus(AHEAD));
                }
                return rollup;
            });
        }
    }

    /** Makes those of one table from one time to another, both included, in a transaction that is open. */
    static void make(Connection connection, Rollup rollup, Grain grain, Instant from, Instant to) throws SQLException {
        try (PreparedStatement make = connection.prepareStatement("""
                SELECT make_rollup_partition(?, ?::smallint, at)
                FROM (SELECT generate_series(?, ?, interval '1 day') UNION SELECT ?) AS days (at)
                """)) {
            make.setString(1, rollup.table());
            make.setInt(2, grain.ordinal());
            make.setTimestamp(3, Timestamp.from(from));
            make.setTimestamp(4, Timestamp.from(to));
            make.setTimestamp(5, Timestamp.from(to));
            make.execute();
        }
    }

    /** Drops the partitions that hold nothing which is kept any more; gives how many. */
    int drop(Instant now) {
        int dropped = 0;
        for (Rollup rollup : Rollup.values()) {
            for (Grain grain : Grain.values()) {
                for (String name : ended(rollup, grain, now)) {
                    dropped += drop(name);
                }
            }
        }
        return dropped;
    }

    private List<String> ended(Rollup rollup, Grain grain, Instant now) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT name FROM rollup_partition WHERE parent = ? AND grain = ? AND until <= ? ORDER BY until")) {
                select.setString(1, rollup.table());
                select.setInt(2, grain.ordinal());
                select.setTimestamp(3, Timestamp.from(grain.horizon(now)));
                List<String> names = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
                return names;
            }
        });
    }

    /** Waits a few seconds at most for reports that read the table; what is not dropped now is an hour later. */
    private int drop(String name) {
        return database.transaction(connection -> {
            try (Statement drop = connection.createStatement()) {
                drop.execute("SET LOCAL lock_timeout = '10s'");
                drop.execute("DROP TABLE IF EXISTS "
                        + connection.unwrap(org.postgresql.PGConnection.class).escapeIdentifier(name));
            }
            try (PreparedStatement forget =
                    connection.prepareStatement("DELETE FROM rollup_partition WHERE name = ?")) {
                forget.setString(1, name);
                return forget.executeUpdate();
            }
        });
    }
}
