package dev.rapport.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names visits and seals the right to go on with them.
 *
 * <p>A page opens a visit with a random id of its own choice and is told {@code name.token}, which it says from then on. The name
 * is a hash, so it opens nothing: whoever reads it in the console, the store or a log cannot write into the visit.
 *
 * <pre>
 *   name  = base64url(SHA-256(site key NUL origin NUL id))[0..22]
 *   token = minute of expiry, 6 digits of base 36 + base64url(MAC)[0..22] + number of the key in base 36
 *   MAC   = HMAC-SHA256(key, site key NUL origin NUL name NUL minute of expiry)
 * </pre>
 *
 * <p>Thread-safe.
 */
public final class SessionTokens {
    /** A token opens for this long: a visit ends after as much silence. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    /** A page that stays is given a new token this long after the last. */
    public static final Duration RENEWED = Duration.ofMinutes(10);

    private static final int HASH = 22;
    private static final int MINUTE = 6;
    private static final int BASE = 36;
    private static final String ALGORITHM = "HmacSHA256";

    private final KeyRing ring;
    private final Clock clock;

    /** Sealed with the keys of {@code ring}. */
    public SessionTokens(KeyRing ring, Clock clock) {
        this.ring = ring;
        this.clock = clock;
    }

    /** What a page's word for its visit is worth. */
    public sealed interface Claim {
        /** A new visit, or one whose first answer was lost on the way. */
        record Opened(String name) implements Claim {}

        /** A visit that goes on. */
        record Continued(String name) implements Claim {}

        /** The token was good once: its time is over or its key is gone. The page goes on under a new name. */
        record Expired(String name) implements Claim {}

        /** Never given to this page on this site. */
        record Forged() implements Claim {}
    }

    /**
     * Reads what a page said.
     *
     * @param said an id, or {@code name.token}
     * @param siteKey that the page named
     * @param origin of the page
     */
    public Claim read(String said, String siteKey, String origin) {
        int dot = said.indexOf('.');
        if (dot < 0) {
            return new Claim.Opened(name(said, siteKey, origin));
        }
        String name = said.substring(0, dot);
        String token = said.substring(dot + 1);
        if (name.length() != HASH || token.length() <= MINUTE + HASH) {
            return new Claim.Forged();
        }
        Optional<KeyRing.Key> key = number(token.substring(MINUTE + HASH)).flatMap(ring::numbered);
        if (key.isEmpty()) {
            return new Claim.Expired(name(said, siteKey, origin));
        }
        String minute = token.substring(0, MINUTE);
        if (!same(token.substring(MINUTE, MINUTE + HASH), mac(key.get(), siteKey, origin, name, minute))) {
            return new Claim.Forged();
        }
        Instant expiry = Instant.ofEpochSecond(60 * Long.parseLong(minute, BASE));
        return expiry.isAfter(clock.instant())
                ? new Claim.Continued(name)
                : new Claim.Expired(name(said, siteKey, origin));
    }

    /** What the page of a visit says from now on: {@code name.token}. */
    public String seal(String name, String siteKey, String origin) {
        KeyRing.Key key = ring.sealing(clock.instant());
        String digits = Long.toString(clock.instant().plus(LIFE).getEpochSecond() / 60, BASE);
        String minute = "0".repeat(MINUTE - digits.length()) + digits;
        return name + '.' + minute + mac(key, siteKey, origin, name, minute) + Integer.toString(key.number(), BASE);
    }

    private static Optional<Integer> number(String digits) {
        try {
            return digits.startsWith("-") ? Optional.empty() : Optional.of(Integer.parseInt(digits, BASE));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String name(String id, String siteKey, String origin) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(bytes(siteKey, origin, id)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static String mac(KeyRing.Key key, String siteKey, String origin, String name, String minute) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secret(), ALGORITHM));
            return text(mac.doFinal(bytes(siteKey, origin, name, minute)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String... parts) {
        return String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
