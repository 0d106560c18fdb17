package dev.rapport.server.ingest;

import dev.rapport.pipeline.Outcome;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of every frame, over restarts by {@link KeptCounts}: {@code received = stored + duplicate + refused + dropped + in flight}. In flight
 * are frames whose journal write has not ended. Thread-safe.
 */
public final class FrameCounts {
    private final LongAdder received = new LongAdder();
    private final LongAdder stored = new LongAdder();
    private final LongAdder duplicate = new LongAdder();
    private final Map<Outcome.Refusal, LongAdder> refused = new EnumMap<>(Outcome.Refusal.class);
    private final Map<Drop, LongAdder> dropped = new EnumMap<>(Drop.class);

    /** Why a readable or unreadable frame was lost here; the widget keeps it and sends it again where it can. */
    public enum Drop {
        /** The bytes were no message. */
        MALFORMED,
        /** No hello had come before. */
        NO_HELLO,
        /** The journal's disk budget was used up. */
        JOURNAL_FULL,
        /** The disk failed. */
        JOURNAL_FAILED,
        /** A defect of ours; logged. */
        INTERNAL,
        /** The process ended while the frame was on its way to the disk; known at the next start. */
        INTERRUPTED
    }

    /** All counts at zero. */
    public FrameCounts() {
        for (Outcome.Refusal reason : Outcome.Refusal.values()) {
            refused.put(reason, new LongAdder());
        }
        for (Drop reason : Drop.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    void received() {
        received.increment();
    }

    void stored(long frames) {
        stored.add(frames);
    }

    void duplicate() {
        duplicate.increment();
    }

    void refused(Outcome.Refusal reason) {
        of(refused, reason).increment();
    }

    void dropped(Drop reason, long frames) {
        of(dropped, reason).add(frames);
    }

    /** A message that came to nothing before any session saw it. */
    void lost(Drop reason) {
        received();
        dropped(reason, 1);
    }

    private static <K> LongAdder of(Map<K, LongAdder> map, K key) {
        LongAdder adder = map.get(key);
        if (adder == null) {
            throw new IllegalStateException("no counter for " + key);
        }
        return adder;
    }

    /** Totals by {@code received}, {@code stored}, {@code duplicate}, {@code refused}, {@code dropped}, {@code inFlight}. */
    public Map<String, Long> totals() {
        // Each is read once, what has ended before what was received: so the sums hold while frames go through.
        long kept = stored.sum();
        long again = duplicate.sum();
        long no = sum(refused);
        long lost = sum(dropped);
        long ended = kept + again + no + lost;
        long all = Math.max(received.sum(), ended);
        Map<String, Long> totals = new LinkedHashMap<>();
        totals.put("received", all);
        totals.put("stored", kept);
        totals.put("duplicate", again);
        totals.put("refused", no);
        totals.put("dropped", lost);
        totals.put("inFlight", all - ended);
        return totals;
    }

    private static long sum(Map<?, LongAdder> adders) {
        return adders.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Every single counter by {@code outcome} or {@code outcome.reason}; what has ended is read before what was received. */
    Map<String, Long> single() {
        Map<String, Long> counts = new LinkedHashMap<>();
        each((outcome, reason, count) -> counts.put(reason.isEmpty() ? outcome : outcome + '.' + reason, count.sum()));
        counts.put("received", received.sum());
        return counts;
    }

    /** Goes on from what {@link #single} said before the process ended; frames that were in flight then are interrupted. */
    void resume(Map<String, Long> before) {
        each((outcome, reason, count) ->
                count.add(before.getOrDefault(reason.isEmpty() ? outcome : outcome + '.' + reason, 0L)));
        Map<String, Long> totals = totals();
        dropped(Drop.INTERRUPTED, totals.getOrDefault("inFlight", 0L));
    }

    /** Every single counter by metric name and reason label; for {@code /metrics}. */
    void each(CounterVisitor visitor) {
        visitor.counter("received", "", received);
        visitor.counter("stored", "", stored);
        visitor.counter("duplicate", "", duplicate);
        refused.forEach((reason, n) -> visitor.counter("refused", reason.name().toLowerCase(Locale.ROOT), n));
        dropped.forEach((reason, n) -> visitor.counter("dropped", reason.name().toLowerCase(Locale.ROOT), n));
    }

    /** Receives one counter. */
    interface CounterVisitor {
        void counter(String outcome, String reason, LongAdder count);
    }
}
