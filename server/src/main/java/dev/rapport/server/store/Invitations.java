package dev.rapport.server.store;

import dev.rapport.admin.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** One-time tokens of 256 random bits that make an account; only their SHA-256 is kept, for 24 hours. */
final class Invitations {
    static final String SPENT = "This link was used or is older than 24 hours; ask for a new one.";
    private static final Duration VALID = Duration.ofHours(24);

    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** {@code told} runs in the same transaction. */
    String make(Role role, Database.Work<?> told) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.transaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO invitation (token_hash, role, expires_at) VALUES (?, ?, ?)")) {
                insert.setBytes(1, hash(token));
                insert.setString(2, role.name());
                insert.setTimestamp(3, Timestamp.from(clock.instant().plus(VALID)));
                insert.executeUpdate();
            }
            return Optional.ofNullable(told.on(connection));
        });
        return token;
    }

    Optional<Role> role(String token) {
        return database.transaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT role FROM invitation WHERE token_hash = ? AND expires_at > ?")) {
                return role(select, token, clock.instant());
            }
        });
    }

    /** Uses the token up. */
    static Role use(Connection connection, String token, Instant now) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM invitation WHERE token_hash = ? AND expires_at > ? RETURNING role")) {
            return role(delete, token, now).orElseThrow(() -> new IllegalArgumentException(SPENT));
        }
    }

    private static Optional<Role> role(PreparedStatement statement, String token, Instant now) throws SQLException {
        statement.setBytes(1, hash(token));
        statement.setTimestamp(2, Timestamp.from(now));
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(Role.valueOf(row.getString(1))) : Optional.empty();
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
