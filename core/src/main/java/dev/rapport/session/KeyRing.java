package dev.rapport.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that visits' tokens are sealed with, the same on every ingest node, replaced one by one. Thread-safe; answers from
 * memory.
 */
public interface KeyRing {
    /** A key seals for this long. */
    Duration ROTATION = Duration.ofHours(24);

    /** A key is known for this long before anything is sealed with it, so that every node has heard of it. */
    Duration ANNOUNCED = Duration.ofMinutes(2);

    /** A key opens what it sealed for this long after it was made. */
    Duration KEPT = ROTATION.plusHours(1);

    /** All keys that still open something, newest first; at least one. */
    List<Key> keys();

    /** The key to seal with now: the newest that was announced long enough, else the oldest there is. */
    default Key sealing(Instant now) {
        List<Key> keys = keys();
        return keys.stream()
                .filter(key -> !key.madeAt().plus(ANNOUNCED).isAfter(now))
                .findFirst()
                .orElse(keys.getLast());
    }

    /** The key of this number, while it is kept. */
    default Optional<Key> numbered(int number) {
        return keys().stream().filter(key -> key.number() == number).findFirst();
    }

    /** A ring of one key that lives as long as this process, for tests and for nodes without a store. */
    static KeyRing inMemory(Clock clock) {
        List<Key> one = List.of(new Key(1, Key.freshSecret(), clock.instant()));
        return () -> one;
    }

    /**
     * One key.
     *
     * @param number counts up from 1
     * @param secret 32 random bytes
     * @param madeAt when
     */
    record Key(int number, byte[] secret, Instant madeAt) {
        private static final int BYTES = 32;

        /** Random bytes for a new key. */
        public static byte[] freshSecret() {
            byte[] secret = new byte[BYTES];
            new java.security.SecureRandom().nextBytes(secret);
            return secret;
        }

        /** Says which, never what. */
        @Override
        public String toString() {
            return "key " + number + " of " + madeAt;
        }
    }
}
