package dev.rapport.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rapport.admin.AuditLog.Action;
import dev.rapport.admin.AuditLog.Entry;
import dev.rapport.admin.AuditLog.Row;
import dev.rapport.admin.AuditLog.Verification;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log in memory, and what tampering with rows leads to. */
class AuditChainTest extends AuditLogContract {
    @Override
    protected AuditLog emptyLog() {
        return new InMemoryAuditLog(Clock.systemUTC());
    }

    private static List<Row> five() {
        InMemoryAuditLog log = new InMemoryAuditLog(Clock.systemUTC());
        for (int i = 0; i < 5; i++) {
            log.add(new Entry("ada", Action.SETTINGS_SAVED, "shop", "version " + i));
        }
        return new ArrayList<>(log.newest(5).reversed());
    }

    private static Row changed(Row row, Instant at, Entry entry) {
        return new Row(row.number(), at, entry, row.seal());
    }

    @Test
    void aChangedRowIsNamed() {
        List<Row> rows = five();
        Row third = rows.get(2);
        Entry entry = third.entry();
        for (Row lie : List.of(
                changed(third, third.at().plusMillis(1), entry),
                changed(third, third.at(), new Entry("eve", entry.action(), entry.subject(), entry.detail())),
                changed(third, third.at(), new Entry(entry.who(), Action.INVITED, entry.subject(), entry.detail())),
                changed(third, third.at(), new Entry(entry.who(), entry.action(), "other", entry.detail())),
                changed(third, third.at(), new Entry(entry.who(), entry.action(), entry.subject(), "version 9")),
                changed(third, third.at(), new Entry("adas", entry.action(), "hop", entry.detail())))) {
            rows.set(2, lie);

            assertEquals(new Verification.Broken(3), AuditLog.verified(rows), lie::toString);
        }
    }

    @Test
    void aRowThatWasTakenOutShowsAtTheNext() {
        List<Row> rows = five();
        rows.remove(2);

        assertEquals(new Verification.Broken(4), AuditLog.verified(rows));
    }

    @Test
    void swappedRowsShow() {
        List<Row> rows = five();
        rows.add(1, rows.remove(2));

        assertEquals(new Verification.Broken(3), AuditLog.verified(rows));
    }

    @Test
    void aRowInBetweenShows() {
        List<Row> rows = five();
        rows.add(
                3,
                Row.after(
                        java.util.Optional.of(rows.get(2)),
                        Instant.now(),
                        rows.get(2).entry()));

        assertEquals(new Verification.Broken(4), AuditLog.verified(rows));
    }
}
