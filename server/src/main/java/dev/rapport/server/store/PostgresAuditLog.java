package dev.rapport.server.store;

import dev.rapport.admin.AuditLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The audit log in PostgreSQL. A change and its row are in one transaction, so neither is there without the other. */
final class PostgresAuditLog implements AuditLog {
    private static final String COLUMNS = "number, at, who, action, subject, detail, seal";
    private static final int PAGE = 10_000;

    private final Database database;
    private final Clock clock;

    PostgresAuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Row add(Entry entry) {
        return database.transaction(connection -> add(connection, entry));
    }

    /** Adds a row in the transaction of the change that it tells of. */
    Row add(Connection connection, Entry entry) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("LOCK TABLE audit IN EXCLUSIVE MODE"); // readers go on; other rows wait for their number
        }
        Optional<Row> last =
                read(connection, "ORDER BY number DESC LIMIT 1").stream().findFirst();
        Row row = Row.after(last, clock.instant(), entry);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, row.number());
            insert.setTimestamp(2, Timestamp.from(row.at()));
            insert.setString(3, entry.who());
            insert.setString(4, entry.action().name());
            insert.setString(5, entry.subject());
            insert.setString(6, entry.detail());
            insert.setString(7, row.seal());
            insert.executeUpdate();
        }
        return row;
    }

    @Override
    public List<Row> newest(int limit) {
        return database.transaction(connection -> read(connection, "ORDER BY number DESC LIMIT " + limit));
    }

    @Override
    public Verification verify() {
        return database.transaction(connection -> {
            long last = 0;
            String seal = Row.FIRST;
            while (true) {
                List<Row> page = read(connection, "WHERE number > " + last + " ORDER BY number LIMIT " + PAGE);
                for (Row row : page) {
                    if (!row.follows(last, seal)) {
                        return new Verification.Broken(row.number());
                    }
                    last = row.number();
                    seal = row.seal();
                }
                if (page.size() < PAGE) {
                    return new Verification.Whole(last, seal);
                }
            }
        });
    }

    private static List<Row> read(Connection connection, String which) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS + " FROM audit " + which);
                ResultSet rows = select.executeQuery()) {
            List<Row> found = new ArrayList<>();
            while (rows.next()) {
                Entry entry = new Entry(
                        rows.getString(3), Action.valueOf(rows.getString(4)), rows.getString(5), rows.getString(6));
                found.add(new Row(rows.getLong(1), rows.getTimestamp(2).toInstant(), entry, rows.getString(7)));
            }
            return found;
        }
    }
}
