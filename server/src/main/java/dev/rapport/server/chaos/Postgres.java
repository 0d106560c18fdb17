package dev.rapport.server.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The embedded PostgreSQL of a data folder, as a process and as a witness of what was counted.
 *
 * @param pid of the postmaster
 * @param port on loopback
 * @param password of its users
 */
record Postgres(long pid, int port, String password) {
    private static final int PID = 0;
    private static final int PORT = 3;

    /** The one that runs on this folder, if its files say so. */
    static Optional<Postgres> of(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            return Optional.of(new Postgres(
                    Long.parseLong(lines.get(PID).strip()),
                    Integer.parseInt(lines.get(PORT).strip()),
                    Files.readString(data.resolve("postgres.password")).strip()));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends the postmaster as {@code kill -9} does; its children notice within moments. */
    void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /**
     * What the store has counted.
     *
     * @param frames sum of the frames in the minutes of the roll-up
     * @param visits first and last sequence of each stretch, by visit
     */
    record Counted(long frames, Map<String, List<long[]>> visits) {
        /** Frames in the ledger of all visits. */
        long claimed() {
            return visits.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(stretch -> stretch[1] - stretch[0] + 1)
                    .sum();
        }

        /** How many of a visit's frames from {@code first} to {@code last} are missing. */
        long missing(String visit, long first, long last) {
            long there = visits.getOrDefault(visit, List.of()).stream()
                    .mapToLong(stretch -> Math.max(0, Math.min(stretch[1], last) - Math.max(stretch[0], first) + 1))
                    .sum();
            return last - first + 1 - there;
        }

        /** How many of a visit's frames were counted beyond the {@code sent} that there are. */
        long invented(String visit, long sent) {
            return visits.getOrDefault(visit, List.of()).stream()
                    .mapToLong(stretch -> Math.max(0, stretch[1] - Math.max(stretch[0], sent + 1) + 1))
                    .sum();
        }
    }

    /** Asks it in a transaction that sees one moment. */
    Counted counted() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/rapport";
        try (Connection connection = DriverManager.getConnection(url, "rapport", password)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new Counted(frames(connection), visits(connection));
        }
    }

    private static long frames(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery("SELECT coalesce(sum(frames), 0) FROM rollup_friction WHERE grain = 0")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<String, List<long[]>> visits(Connection connection) throws SQLException {
        Map<String, List<long[]>> visits = new HashMap<>();
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(
                        "SELECT session, lower(stretch), upper(stretch) FROM session, unnest(seen) AS stretch")) {
            while (rows.next()) {
                visits.computeIfAbsent(rows.getString(1), v -> new ArrayList<>())
                        .add(new long[] {rows.getLong(2), rows.getLong(3) - 1});
            }
        }
        return visits;
    }
}
