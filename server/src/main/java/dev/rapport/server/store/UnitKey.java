package dev.rapport.server.store;

import dev.rapport.journal.JournalEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A unit in an experiment. Ordered, so that transactions lock rows in one order.
 *
 * @param site id
 * @param simulated played by a simulator
 * @param unit visitor or session
 * @param experiment id, empty for all of the unit's
 */
record UnitKey(String site, boolean simulated, String unit, String experiment) implements Comparable<UnitKey> {
    private static final Comparator<UnitKey> ORDER = Comparator.comparing(UnitKey::site)
            .thenComparing(UnitKey::simulated)
            .thenComparing(UnitKey::unit)
            .thenComparing(UnitKey::experiment);

    static UnitKey of(JournalEntry entry, String experiment) {
        return new UnitKey(
                entry.visit().site(), entry.visit().simulated(), entry.visit().unit(), experiment);
    }

    UnitKey unitOnly() {
        return new UnitKey(site, simulated, unit, "");
    }

    /** From the first four columns of a row. */
    static UnitKey read(ResultSet row) throws SQLException {
        return new UnitKey(row.getString(1), row.getBoolean(2), row.getString(3), row.getString(4));
    }

    /** Binds four columns. */
    static <T> Columns bind(Columns columns, List<T> rows, Function<T, UnitKey> key) throws SQLException {
        return columns.texts(rows, row -> key.apply(row).site())
                .of("boolean", rows, row -> key.apply(row).simulated())
                .texts(rows, row -> key.apply(row).unit())
                .texts(rows, row -> key.apply(row).experiment());
    }

    @Override
    public int compareTo(UnitKey other) {
        return ORDER.compare(this, other);
    }
}
