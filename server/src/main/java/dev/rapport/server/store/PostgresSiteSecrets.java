package dev.rapport.server.store;

import dev.rapport.admin.AuditLog;
import dev.rapport.settings.SecretText;
import dev.rapport.settings.SiteSecrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Site secrets in PostgreSQL, shared by all nodes. */
final class PostgresSiteSecrets implements SiteSecrets {
    private final Database database;
    private final PostgresAuditLog audit;
    private final Clock clock;

    PostgresSiteSecrets(Database database, Clock clock) {
        this.database = database;
        audit = new PostgresAuditLog(database, clock);
        this.clock = clock;
    }

    @Override
    public String make(String site, String by) {
        String secret = SecretText.random();
        Instant now = clock.instant();
        database.transaction(connection -> {
            change(connection, "DELETE FROM site_secret WHERE site = ? AND ends_at IS NOT NULL", site);
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE site_secret SET ends_at = ? WHERE site = ?")) {
                update.setTimestamp(1, Timestamp.from(now.plus(OVERLAP)));
                update.setString(2, site);
                update.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO site_secret (token_hash, site, made_at, made_by) VALUES (?, ?, ?, ?)")) {
                insert.setBytes(1, SecretText.hash(secret));
                insert.setString(2, site);
                insert.setTimestamp(3, Timestamp.from(now));
                insert.setString(4, by);
                insert.executeUpdate();
            }
            return audit.add(connection, new AuditLog.Entry(by, AuditLog.Action.SECRET_MADE, site, ""));
        });
        return secret;
    }

    @Override
    public void withdraw(String site, String by) {
        database.transaction(connection -> {
            change(connection, "DELETE FROM site_secret WHERE site = ?", site);
            return audit.add(connection, new AuditLog.Entry(by, AuditLog.Action.SECRETS_WITHDRAWN, site, ""));
        });
    }

    private static int change(Connection connection, String sql, String site) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, site);
            return statement.executeUpdate();
        }
    }

    @Override
    public Optional<Made> newest(String site) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT made_at, made_by FROM site_secret WHERE site = ? AND ends_at IS NULL")) {
                select.setString(1, site);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Made(row.getTimestamp(1).toInstant(), row.getString(2)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public Optional<String> siteOf(String secret) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT site FROM site_secret WHERE token_hash = ? AND (ends_at IS NULL OR ends_at > ?)")) {
                select.setBytes(1, SecretText.hash(secret));
                select.setTimestamp(2, Timestamp.from(clock.instant()));
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }
}
