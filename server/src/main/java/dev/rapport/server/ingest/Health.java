package dev.rapport.server.ingest;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether this process should be sent traffic: red while it starts and from the moment it begins to drain. Thread-safe. */
public final class Health {
    private final AtomicBoolean ready = new AtomicBoolean();

    /** From now on traffic is welcome, or is not. */
    public void ready(boolean is) {
        ready.set(is);
    }

    /** Answer of {@code /readyz}. */
    public boolean ready() {
        return ready.get();
    }
}
