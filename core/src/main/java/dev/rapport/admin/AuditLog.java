package dev.rapport.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Who changed what, row upon row. Rows are only added, and each is sealed with the one before, so that a row that was changed,
 * taken out or put in between shows. Methods may block. Thread-safe.
 */
public interface AuditLog {
    /** Adds a row and says it as it is kept. */
    Row add(Entry entry);

    /** The newest rows, newest first. */
    List<Row> newest(int limit);

    /** Checks every row against its seal. */
    Verification verify();

    /**
     * What happened.
     *
     * @param who an administrator's name, or {@code server}
     * @param action verb of {@link Action}
     * @param subject what it was done to, such as a site's id or an administrator's name
     * @param detail one line; never a secret
     */
    record Entry(String who, Action action, String subject, String detail) {}

    /** What can happen. */
    enum Action {
        /** An account was created with an invitation. */
        ACCOUNT_CREATED,
        /** Somebody signed in. */
        SIGNED_IN,
        /** A name was locked after failed sign-ins. */
        SIGN_IN_LOCKED,
        /** An invitation link was made. */
        INVITED,
        /** A site's settings were saved. */
        SETTINGS_SAVED,
        /** A secret of a site's own server was made; the one before ends a day later. */
        SECRET_MADE,
        /** All secrets of a site were ended. */
        SECRETS_WITHDRAWN,
        /** Simulated data was deleted. */
        SIMULATED_DATA_CLEARED,
        /** Frames were refused because they held what the site or visitor does not allow. */
        FRAMES_REFUSED
    }

    /**
     * One row.
     *
     * @param number 1, 2, 3 …
     * @param at when, in whole milliseconds
     * @param entry what happened
     * @param seal 64 hexadecimal digits: SHA-256 over the seal before and everything in this row
     */
    record Row(long number, Instant at, Entry entry, String seal) {
        /** Seal of the row that is none. */
        public static final String FIRST = "0".repeat(64);

        /** The row that follows {@code before}, sealed. */
        public static Row after(Optional<Row> before, Instant at, Entry entry) {
            long number = before.map(Row::number).orElse(0L) + 1;
            Instant whole = at.truncatedTo(ChronoUnit.MILLIS);
            return new Row(number, whole, entry, seal(before.map(Row::seal).orElse(FIRST), number, whole, entry));
        }

        /** True when this row is what was sealed, right behind the row with the seal {@code before}. */
        public boolean follows(long lastNumber, String before) {
            return number == lastNumber + 1 && seal.equals(seal(before, number, at, entry));
        }

        /** Each part with its length before it, so that no two different rows are the same bytes. */
        private static String seal(String before, long number, Instant at, Entry entry) {
            StringBuilder sealed = new StringBuilder();
            for (String part : List.of(
                    before,
                    Long.toString(number),
                    Long.toString(at.toEpochMilli()),
                    entry.who(),
                    entry.action().name(),
                    entry.subject(),
                    entry.detail())) {
                sealed.append(part.length()).append(':').append(part);
            }
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                return HexFormat.of().formatHex(digest.digest(sealed.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this JDK has no SHA-256", e);
            }
        }
    }

    /** What a check found. */
    sealed interface Verification {
        /**
         * Every row is as it was sealed.
         *
         * @param rows how many
         * @param head seal of the newest; note it elsewhere, and a log that was rewritten as a whole shows too
         */
        record Whole(long rows, String head) implements Verification {}

        /**
         * The chain ends here.
         *
         * @param row number of the first row that is not what follows the one before
         */
        record Broken(long row) implements Verification {}
    }

    /** Checks rows in their order. */
    static Verification verified(Iterable<Row> rows) {
        long last = 0;
        String seal = Row.FIRST;
        for (Row row : rows) {
            if (!row.follows(last, seal)) {
                return new Verification.Broken(row.number());
            }
            last = row.number();
            seal = row.seal();
        }
        return new Verification.Whole(last, seal);
    }
}
