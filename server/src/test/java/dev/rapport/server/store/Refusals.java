package dev.rapport.server.store;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What the store says when it refuses. */
final class Refusals {
    private Refusals() {}

    /** The message of the {@link StoreException} that {@code action} must end in. */
    static String of(Executable action) {
        return String.valueOf(assertThrows(StoreException.class, action).getMessage());
    }
}
