package dev.rapport.server.ingest;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What other threads hand to one event loop, carried over together: one wake-up for a whole group commit, and one acknowledgement
 * a socket for all of its frames in it.
 */
final class LoopTurn {
    private final Context loop;
    private final Queue<Runnable> handed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final List<Runnable> last = new ArrayList<>();

    LoopTurn(Context loop) {
        this.loop = loop;
    }

    /** Runs on the loop soon; callable from any thread. */
    void hand(Runnable work) {
        handed.add(work);
        schedule();
    }

    /** Runs on the loop when all that was handed in has run; call it on the loop only. */
    void atEnd(Runnable work) {
        last.add(work);
        schedule();
    }

    private void schedule() {
        if (!due.getAndSet(true)) {
            loop.runOnContext(v -> run());
        }
    }

    private void run() {
        due.set(false);
        for (Runnable work = handed.poll(); work != null; work = handed.poll()) {
            work.run();
        }
        List<Runnable> ending = List.copyOf(last);
        last.clear();
        ending.forEach(Runnable::run);
    }
}
