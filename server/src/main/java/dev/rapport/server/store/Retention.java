package dev.rapport.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once an hour makes the next {@link Partitions} and lets go what is older than it is kept: roll-ups by {@link Grain}, whole
 * partitions at a time and by row only where a month, a year or the DEFAULT partition holds more than that; sessions 8 days after their last frame,
 * exposures after 400 days, visitors' answers after 400 days, salts of visitors' hashes 48 hours after their day began, spent invitations at once, failed sign-ins after a day.
 */
final class Retention implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration SESSIONS = Duration.ofDays(8);
    private static final Duration EXPOSURES = Duration.ofDays(400);

    /** Long enough for the answers of every season. */
    private static final Duration ANSWERS = Duration.ofDays(400);

    private final Database database;
    private final Partitions partitions;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rapport-retention").daemon().factory());

    Retention(Database database, Clock clock) {
        this.database = database;
        this.partitions = new Partitions(database);
        this.clock = clock;
    }

    /** Makes the partitions of now at once, the rest on its own thread. */
    void start() {
        partitions.make(clock.instant());
        timer.scheduleWithFixedDelay(this::purgeQuietly, 1, 60, TimeUnit.MINUTES);
    }

    private void purgeQuietly() {
        try {
            partitions.make(clock.instant());
            int deleted = purge();
            LOG.debug("let go {} rows and partitions that were kept long enough", deleted);
        } catch (RuntimeException e) {
            LOG.warn("old rows could not be deleted; trying again in an hour: {}", e.getMessage());
        }
    }

    /** Lets go now; gives the number of partitions and of rows beside them. */
    int purge() {
        Instant now = clock.instant();
        int deleted = partitions.drop(now);
        for (Rollup rollup : Rollup.values()) {
            for (Grain grain : Grain.values()) {
                deleted += delete(
                        "DELETE FROM " + rollup.table() + " WHERE grain = " + grain.ordinal() + " AND at < ?",
                        grain.horizon(now));
            }
        }
        deleted += delete("DELETE FROM session WHERE last_at < ?", now.minus(SESSIONS));
        deleted += delete("DELETE FROM exposure WHERE at < ?", now.minus(EXPOSURES));
        deleted += delete("DELETE FROM self_report WHERE day < ?::timestamptz::date", now.minus(ANSWERS));
        deleted += delete(
                "DELETE FROM visitor_salt WHERE day <= (? AT TIME ZONE 'UTC')::date", now.minus(DailyVisitors.KEPT));
        deleted += delete("DELETE FROM invitation WHERE expires_at < ?", now);
        deleted += delete("DELETE FROM sign_in_failure WHERE last_at < ?", now.minus(SignInGuard.FORGOTTEN_AFTER));
        return deleted;
    }

    private int delete(String sql, Instant before) {
        return database.transaction(connection -> delete(connection, sql, before));
    }

    private static int delete(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
