package dev.rapport.server.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What an idle program held before a fault and holds after it.
 *
 * @param heapBefore bytes after a collection
 * @param heapAfter bytes after a collection
 * @param filesBefore open files
 * @param filesAfter open files
 */
record Footing(long heapBefore, long heapAfter, int filesBefore, int filesAfter) {
    private static final long HEAP_SLACK = 8L << 20;
    private static final int FILES_SLACK = 12;

    /** Sockets that nobody closed are reaped after 75 s of silence. */
    private static final Duration REAPED = Duration.ofSeconds(90);

    /** Looked at before; what follows is not known yet. */
    static Footing before(Program program) {
        return new Footing(program.heap(), 0, program.files(), 0);
    }

    /** Looks again once the program has let go of what it can, at most a minute and a half. */
    Footing after(Program program) {
        Patience.within(REAPED, () -> program.files() <= filesBefore + FILES_SLACK);
        long[] least = {Long.MAX_VALUE};
        Patience.within(Duration.ofSeconds(10), () -> {
            least[0] = Math.min(least[0], program.heap());
            return least[0] <= heapBefore + HEAP_SLACK;
        });
        return new Footing(heapBefore, least[0], filesBefore, program.files());
    }

    List<String> complaints() {
        boolean heap = heapAfter > heapBefore + HEAP_SLACK;
        boolean files = filesAfter > filesBefore + FILES_SLACK;
        return heap && files
                ? List.of("heap not given back", "files not given back")
                : heap ? List.of("heap not given back") : files ? List.of("files not given back") : List.of();
    }

    String heap() {
        return String.format(Locale.ROOT, "%.0f → %.0f", heapBefore / 1e6, heapAfter / 1e6);
    }

    String files() {
        return filesBefore + " → " + filesAfter;
    }
}
