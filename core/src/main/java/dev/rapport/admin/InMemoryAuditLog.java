package dev.rapport.admin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reference audit log: rows in memory. */
public final class InMemoryAuditLog implements AuditLog {
    private final Clock clock;
    private final List<Row> rows = new ArrayList<>();

    /** An empty log. */
    public InMemoryAuditLog(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Row add(Entry entry) {
        Optional<Row> last = rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
        Row row = Row.after(last, clock.instant(), entry);
        rows.add(row);
        return row;
    }

    @Override
    public synchronized List<Row> newest(int limit) {
        return List.copyOf(rows.reversed().subList(0, Math.min(limit, rows.size())));
    }

    @Override
    public synchronized Verification verify() {
        return AuditLog.verified(rows);
    }
}
