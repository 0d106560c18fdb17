package dev.rapport.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears by {@code LISTEN} that some node saved settings, on a connection of its own. After a lost connection it assumes
 * that there was news.
 */
final class SettingsNews implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsNews.class);
    private static final String CHANNEL = "rapport_settings";
    /** How long one wait for a notification is; a notification ends it at once. */
    private static final int WAIT_MILLIS = 10_000;

    private static final long RETRY_MILLIS = 500;

    private final Database database;
    private final Runnable onNews;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection listening;

    /** Will call {@code onNews} on its own thread, never at the same time. */
    SettingsNews(Database database, Runnable onNews) {
        this.database = database;
        this.onNews = onNews;
        thread = Thread.ofPlatform().name("rapport-settings-news").daemon().unstarted(this::listen);
    }

    void start() {
        thread.start();
    }

    /** Tells all nodes, once the transaction of {@code connection} is committed. */
    static void tell(Connection connection) throws SQLException {
        try (Statement notify = connection.createStatement()) {
            notify.execute("NOTIFY " + CHANNEL);
        }
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = database.connect()) {
                listening = connection;
                try (Statement statement = connection.createStatement()) {
                    statement.execute("LISTEN " + CHANNEL);
                }
                onNews.run();
                PGConnection notified = connection.unwrap(PGConnection.class);
                while (!closed) {
                    PGNotification[] notifications = notified.getNotifications(WAIT_MILLIS);
                    if (notifications != null && notifications.length > 0) {
                        onNews.run();
                    }
                }
            } catch (SQLException | RuntimeException e) {
                if (!closed) {
                    LOG.warn("no news of settings for now: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        Connection connection = listening;
        if (connection != null) {
            try {
                connection.abort(Runnable::run); // Ends the wait.
            } catch (SQLException e) {
                LOG.debug("while closing", e);
            }
        }
        thread.interrupt();
    }
}
