package dev.rapport.server.store;

import dev.rapport.journal.JournalEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a visitor is known by in everything that is kept, but for experiments: a hash that is the same within one day (UTC) and site and
 * means nothing beyond. It holds as long as somebody can tell which visitor it was only while the day's salt is there, and that
 * {@link Retention} deletes {@link #KEPT} after the day began.
 *
 * <pre>
 *   id = HMAC-SHA256(salt of the day, site NUL unit)[0..16]
 * </pre>
 *
 * <p>A frame that the database hears of later than that is counted under a new salt, so its visitor may count once more.
 */
final class DailyVisitors {
    /** A salt is deleted this long after its day began. */
    static final Duration KEPT = Duration.ofHours(48);

    private static final int BYTES = 32;
    private static final int ID = 16;

    private final Map<LocalDate, byte[]> salts = new HashMap<>();
    private final Map<Key, byte[]> known = new HashMap<>();

    private record Key(LocalDate day, String site, String unit) {}

    private DailyVisitors() {}

    /** With the salts of the days of these entries, the same on every node; a missing one is made in the open transaction. */
    static DailyVisitors of(Connection connection, List<JournalEntry> entries) throws SQLException {
        DailyVisitors visitors = new DailyVisitors();
        List<LocalDate> days =
                entries.stream().map(DailyVisitors::day).distinct().sorted().toList();
        visitors.read(connection, days);
        if (!visitors.salts.keySet().containsAll(days)) {
            make(connection, days);
            visitors.read(connection, days);
        }
        return visitors;
    }

    /** Makes those that are not there; what another node makes at the same time is the one that counts. */
    private static void make(Connection connection, List<LocalDate> days) throws SQLException {
        SecureRandom random = new SecureRandom();
        byte[][] fresh = new byte[days.size()][BYTES];
        Arrays.stream(fresh).forEach(random::nextBytes);
        try (PreparedStatement make = connection.prepareStatement(
                "INSERT INTO visitor_salt SELECT * FROM unnest(?::date[], ?::bytea[]) ON CONFLICT DO NOTHING")) {
            new Columns(make, connection).texts(days, LocalDate::toString).bytes(fresh);
            make.executeUpdate();
        }
    }

    private void read(Connection connection, List<LocalDate> days) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT day, salt FROM visitor_salt WHERE day = ANY (?::date[])")) {
            new Columns(select, connection).texts(days, LocalDate::toString);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    salts.put(rows.getObject(1, LocalDate.class), rows.getBytes(2));
                }
            }
        }
    }

    /** The visitor of an entry for a table: 32 hex digits. */
    String id(JournalEntry entry) {
        return HexFormat.of().formatHex(digest(entry));
    }

    /** The visitor of an entry for a sketch: 64 evenly spread bits. */
    long hash(JournalEntry entry) {
        return ByteBuffer.wrap(digest(entry)).getLong();
    }

    private byte[] digest(JournalEntry entry) {
        Key key = new Key(day(entry), entry.visit().site(), entry.visit().unit());
        return known.computeIfAbsent(key, this::digest);
    }

    private byte[] digest(Key key) {
        byte[] salt = salts.get(key.day());
        if (salt == null) {
            throw new IllegalStateException("there is no salt of " + key.day());
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal((key.site() + '\0' + key.unit()).getBytes(StandardCharsets.UTF_8)), ID);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }

    private static LocalDate day(JournalEntry entry) {
        return entry.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
