package dev.rapport.server.store;

import dev.rapport.admin.Administrators;
import dev.rapport.admin.AuditLog;
import dev.rapport.admin.AuditLog.Action;
import dev.rapport.admin.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accounts, invitations and sign-in in PostgreSQL. */
final class PostgresAdministrators implements Administrators {
    private static final int LONGEST_NAME = 80;
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    private final Database database;
    private final Clock clock;
    private final SignInGuard guard;
    private final Invitations invitations;
    private final PostgresAuditLog audit;
    private final Passwords passwords = new Passwords();

    PostgresAdministrators(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        guard = new SignInGuard(database, clock);
        invitations = new Invitations(database, clock);
        audit = new PostgresAuditLog(database, clock);
    }

    @Override
    public boolean isEmpty() {
        return all().isEmpty();
    }

    @Override
    public String invite(Role role, String by) {
        String whom = role.name().toLowerCase(Locale.ROOT);
        return invitations.make(
                role,
                connection ->
                        audit.add(connection, new AuditLog.Entry(by, Action.INVITED, whom, "valid for 24 hours")));
    }

    @Override
    public Optional<Role> invitation(String token) {
        return invitations.role(token);
    }

    @Override
    public Account accept(String token, String name, char[] password) {
        String trimmed = requireName(name);
        if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "The password must have " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.");
        }
        if (invitations.role(token).isEmpty()) {
            throw new IllegalArgumentException(Invitations.SPENT);
        }
        String hash = passwords.hash(password);
        return database.transaction(connection -> {
            Account account =
                    new Account(trimmed, Invitations.use(connection, token, clock.instant()), clock.instant());
            if (!insert(connection, account, hash)) {
                throw new IllegalArgumentException("The name " + trimmed + " is taken; choose another.");
            }
            String what = "role " + account.role().name().toLowerCase(Locale.ROOT);
            audit.add(connection, new AuditLog.Entry(trimmed, Action.ACCOUNT_CREATED, trimmed, what));
            return account;
        });
    }

    private static String requireName(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The name must have 1 to " + LONGEST_NAME + " characters.");
        }
        if (trimmed.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The name must not hold control characters.");
        }
        return trimmed;
    }

    private static boolean insert(Connection connection, Account account, String hash) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO administrator (name_key, name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """)) {
            insert.setString(1, key(account.name()));
            insert.setString(2, account.name());
            insert.setString(3, account.role().name());
            insert.setString(4, hash);
            insert.setTimestamp(5, Timestamp.from(account.createdAt()));
            return insert.executeUpdate() == 1;
        }
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public SignIn signIn(String name, char[] password) {
        String key = key(name);
        if (key.isEmpty() || key.length() > LONGEST_NAME || password.length > LONGEST_PASSWORD || key.indexOf(0) >= 0) {
            passwords.matchesNobody(new char[SHORTEST_PASSWORD]);
            return new SignIn.Rejected();
        }
        Optional<Instant> locked = guard.begin(key);
        if (locked.isPresent()) {
            return new SignIn.Locked(locked.get());
        }
        Known known = byKey(key);
        boolean right = known == null ? passwords.matchesNobody(password) : passwords.matches(password, known.hash());
        if (!right || known == null) {
            guard.lockedUntil(key)
                    .ifPresent(until -> audit.add(new AuditLog.Entry(
                            "server", Action.SIGN_IN_LOCKED, key, "after failed sign-ins, until " + until)));
            return new SignIn.Rejected();
        }
        guard.succeeded(key);
        audit.add(new AuditLog.Entry(
                known.account().name(), Action.SIGNED_IN, known.account().name(), ""));
        return new SignIn.Accepted(known.account());
    }

    private @Nullable Known byKey(String key) {
        return database.transaction(connection -> {
                    try (PreparedStatement select = connection.prepareStatement(
                            "SELECT name, role, created_at, password_hash FROM administrator WHERE name_key = ?")) {
                        select.setString(1, key);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next()
                                    ? Optional.of(new Known(account(row), row.getString(4)))
                                    : Optional.<Known>empty();
                        }
                    }
                })
                .orElse(null);
    }

    @Override
    public List<Account> all() {
        List<Account> accounts = database.transaction(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT name, role, created_at FROM administrator");
                    ResultSet row = select.executeQuery()) {
                List<Account> found = new ArrayList<>();
                while (row.next()) {
                    found.add(account(row));
                }
                return found;
            }
        });
        return accounts.stream()
                .sorted(Comparator.comparing(account -> key(account.name())))
                .toList();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString(1),
                Role.valueOf(row.getString(2)),
                row.getTimestamp(3).toInstant());
    }

    private record Known(Account account, String hash) {}
}
