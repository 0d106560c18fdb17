package dev.rapport.server.journal;

import dev.rapport.journal.EntryBytes;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Written bytes whose room is used again: fresh memory would be cleared, grown and collected for every write. Thread-safe, never blocks. */
final class SpareBytes {
    private static final int USUAL = 16 << 10;
    private static final int MOST_KEPT = 16;
    private static final int LONGEST_KEPT = 128 << 10;

    private final Queue<EntryBytes> spare = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();

    /** Empty bytes. */
    EntryBytes take() {
        @Nullable EntryBytes bytes = spare.poll();
        if (bytes == null) {
            return new EntryBytes(USUAL);
        }
        kept.decrementAndGet();
        return bytes;
    }

    /** Takes back bytes that nobody reads any more. */
    void giveBack(EntryBytes bytes) {
        if (bytes.array().length > LONGEST_KEPT) {
            return;
        }
        if (kept.incrementAndGet() > MOST_KEPT) {
            kept.decrementAndGet();
            return;
        }
        bytes.clear();
        spare.add(bytes);
    }
}
