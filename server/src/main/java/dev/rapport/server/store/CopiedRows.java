package dev.rapport.server.store;

import dev.rapport.analytics.Scores;
import dev.rapport.frame.Frame;
import dev.rapport.journal.JournalEntry;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalDouble;
import org.postgresql.PGConnection;

/** One raw row a frame by COPY into a plain table: what keeping everything would cost. For measuring the roll-ups beside it. */
public final class CopiedRows {
    private static final String COLUMNS = "site, session, sequence, at, page, element, score";

    private final Database database;

    private CopiedRows(Database database) {
        this.database = database;
    }

    /** Makes the table in a store's database. */
    public static CopiedRows into(Store store) {
        CopiedRows rows = new CopiedRows(store.database());
        rows.run(
                "CREATE TABLE copied_frame (site text, session text, sequence bigint, at timestamptz, page text, element text, score float8,"
                        + " PRIMARY KEY (site, session, sequence))");
        return rows;
    }

    /** Copies in one transaction. */
    public void copy(List<JournalEntry> entries) {
        StringBuilder text = new StringBuilder(entries.size() * 120);
        for (JournalEntry entry : entries) {
            Frame frame = entry.frame();
            OptionalDouble score = Scores.known(entry.outcome());
            text.append(entry.visit().site())
                    .append('\t')
                    .append(entry.visit().session())
                    .append('\t')
                    .append(frame.sequence())
                    .append('\t')
                    .append(entry.receivedAt())
                    .append('\t')
                    .append(frame.page())
                    .append('\t')
                    .append(
                            frame.signals().isEmpty()
                                    ? ""
                                    : frame.signals().getFirst().element())
                    .append('\t')
                    .append(score.isPresent() ? String.valueOf(score.getAsDouble()) : "\\N")
                    .append('\n');
        }
        database.transaction(connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY copied_frame (" + COLUMNS + ") FROM STDIN", new StringReader(text.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException("COPY failed: " + e.getMessage(), e);
            }
        });
    }

    /** Raw rows so far. */
    public long rows() {
        return number("SELECT count(*) FROM copied_frame");
    }

    /** Bytes of the table with its key. */
    public long bytes() {
        return number("SELECT pg_total_relation_size('copied_frame')");
    }

    /** Rows of all roll-ups. */
    public long rollupRows() {
        long rows = 0;
        for (Rollup rollup : Rollup.values()) {
            rows += number("SELECT count(*) FROM " + rollup.table());
        }
        return rows;
    }

    /** Bytes of all roll-ups with their keys, and of the ledger that keeps them exact. */
    public long rollupBytes() {
        run("VACUUM FULL");
        long bytes = number("SELECT pg_total_relation_size('session')");
        for (Rollup rollup : Rollup.values()) {
            bytes += number("SELECT sum(pg_total_relation_size(relid))::bigint FROM pg_partition_tree('"
                    + rollup.table() + "')");
        }
        return bytes;
    }

    private long number(String sql) {
        return database.transaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    private void run(String sql) {
        try (var connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StoreException("the database failed: " + e.getMessage(), e);
        }
    }
}
