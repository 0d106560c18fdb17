package dev.rapport.server.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Which row of a roll-up table. Ordered, so that transactions lock rows in one order.
 *
 * @param site id
 * @param simulated played by a simulator
 * @param grain how long
 * @param at start
 * @param labels values of {@link Rollup#labels}
 */
record RollupKey(String site, boolean simulated, Grain grain, Instant at, List<String> labels)
        implements Comparable<RollupKey> {
    private static final Comparator<RollupKey> ORDER = Comparator.comparing(RollupKey::site)
            .thenComparing(RollupKey::simulated)
            .thenComparing(RollupKey::grain)
            .thenComparing(RollupKey::at)
            .thenComparing(RollupKey::labels, RollupKey::compare);

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    @Override
    public int compareTo(RollupKey other) {
        return ORDER.compare(this, other);
    }
}
