package dev.rapport.server.store;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.CharBuffer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** argon2id with 19 MiB, 2 passes and 1 lane (OWASP's first choice); at most two at a time, so that guessers wait. */
final class Passwords {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private final Semaphore permits = new Semaphore(2, true);
    private final String nobodys;

    Passwords() {
        nobodys = hash("no account has this password".toCharArray());
    }

    /** A salted hash in the usual text form. */
    String hash(char[] password) {
        return inTurn(() -> ARGON2.hash(CharBuffer.wrap(password)).getResult());
    }

    /** True when the hash was made from the password. */
    boolean matches(char[] password, String hash) {
        return inTurn(() -> ARGON2.check(CharBuffer.wrap(password), hash));
    }

    /** Takes as long as {@link #matches} and is always false. */
    boolean matchesNobody(char[] password) {
        matches(password, nobodys);
        return false;
    }

    private <T> T inTurn(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }
}
