package dev.rapport.server.bench;

/** What the Java heap holds. */
final class Heap {
    private static final int TRIES = 3;

    private Heap() {}

    /** Bytes in use after collections; the least of a few looks. */
    static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
