package dev.rapport.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Locks a name after 5 failed sign-ins for 30 s, twice as long after each further one, an hour at most; forgotten after a
 * day without one. Names that do not exist are treated alike, so that a lock tells nothing.
 */
final class SignInGuard {
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);

    private final Database database;
    private final Clock clock;

    SignInGuard(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts an attempt as failed before it is tried, so that many at once cannot slip through.
     *
     * @return until when the name is locked; empty when the attempt may be tried
     */
    Optional<Instant> begin(String nameKey) {
        return database.transaction(connection -> {
            Instant now = clock.instant();
            Failures known = known(connection, nameKey, now);
            if (known.lockedUntil() != null && known.lockedUntil().isAfter(now)) {
                return Optional.of(known.lockedUntil());
            }
            int failures = known.lastAt().isBefore(now.minus(FORGOTTEN_AFTER)) ? 1 : known.count() + 1;
            write(connection, nameKey, failures, lock(failures, now), now);
            return Optional.empty();
        });
    }

    private static @Nullable Instant lock(int failures, Instant now) {
        if (failures < FREE_FAILURES) {
            return null;
        }
        long factor = 1L << Math.min(20, failures - FREE_FAILURES);
        Duration length = FIRST_LOCK.multipliedBy(factor);
        return now.plus(length.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : length);
    }

    private static Failures known(Connection connection, String nameKey, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO sign_in_failure (name_key, failures, last_at) VALUES (?, 0, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, nameKey);
            insert.setTimestamp(2, Timestamp.from(now));
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT failures, locked_until, last_at FROM sign_in_failure WHERE name_key = ? FOR UPDATE")) {
            select.setString(1, nameKey);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Timestamp locked = row.getTimestamp(2);
                return new Failures(
                        row.getInt(1),
                        locked == null ? null : locked.toInstant(),
                        row.getTimestamp(3).toInstant());
            }
        }
    }

    private static void write(
            Connection connection, String nameKey, int failures, @Nullable Instant lockedUntil, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE sign_in_failure SET failures = ?, locked_until = ?, last_at = ? WHERE name_key = ?")) {
            update.setInt(1, failures);
            update.setTimestamp(2, lockedUntil == null ? null : Timestamp.from(lockedUntil));
            update.setTimestamp(3, Timestamp.from(now));
            update.setString(4, nameKey);
            update.executeUpdate();
        }
    }

    /** Until when the name is locked now; empty when it is not. */
    Optional<Instant> lockedUntil(String nameKey) {
        return database.transaction(connection -> {
            Failures known = known(connection, nameKey, clock.instant());
            return Optional.ofNullable(known.lockedUntil()).filter(until -> until.isAfter(clock.instant()));
        });
    }

    /** The attempt was right: the name starts afresh. */
    void succeeded(String nameKey) {
        database.transaction(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM sign_in_failure WHERE name_key = ?")) {
                delete.setString(1, nameKey);
                return delete.executeUpdate();
            }
        });
    }

    private record Failures(int count, @Nullable Instant lockedUntil, Instant lastAt) {}
}
