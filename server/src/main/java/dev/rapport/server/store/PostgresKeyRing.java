package dev.rapport.server.store;

import dev.rapport.session.KeyRing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys in PostgreSQL, read once a minute by every node. Whoever finds that the newest is a day old makes the next one. While
 * the database is away the keys in memory go on.
 */
final class PostgresKeyRing implements KeyRing, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresKeyRing.class);

    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rapport-keys").daemon().factory());
    private volatile List<Key> keys;

    PostgresKeyRing(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        keys = database.transaction(this::turned);
    }

    void start() {
        timer.scheduleWithFixedDelay(this::turnQuietly, 1, 1, TimeUnit.MINUTES);
    }

    @Override
    public List<Key> keys() {
        return keys;
    }

    private void turnQuietly() {
        try {
            turn();
        } catch (RuntimeException e) {
            LOG.warn("the keys of visits cannot be read and stay as they are: {}", e.getMessage());
        }
    }

    /** Reads the keys, makes the next when it is due, and deletes those that open nothing any more. */
    void turn() {
        keys = database.transaction(this::turned);
    }

    private List<Key> turned(Connection connection) throws SQLException {
        Instant now = clock.instant();
        try (Statement lock = connection.createStatement()) {
            lock.execute("LOCK TABLE session_key IN EXCLUSIVE MODE"); // one node at a time; readers go on
        }
        List<Key> found = read(connection);
        if (found.isEmpty() || !found.getFirst().madeAt().plus(ROTATION).isAfter(now)) {
            insert(connection, now);
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM session_key WHERE made_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
            delete.executeUpdate();
        }
        return read(connection);
    }

    private static List<Key> read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT number, secret, made_at FROM session_key ORDER BY number DESC");
                ResultSet rows = select.executeQuery()) {
            List<Key> keys = new ArrayList<>();
            while (rows.next()) {
                keys.add(new Key(
                        rows.getInt(1), rows.getBytes(2), rows.getTimestamp(3).toInstant()));
            }
            return List.copyOf(keys);
        }
    }

    private static void insert(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO session_key (secret, made_at) VALUES (?, ?)")) {
            insert.setBytes(1, Key.freshSecret());
            insert.setTimestamp(2, Timestamp.from(now));
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
