package dev.rapport.server.store;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which numbers were seen, as PostgreSQL's {@code int8multirange} keeps them. Not thread-safe. */
final class Sequences {
    /** First number of each range to the one after its last. */
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    private final TreeSet<Long> added = new TreeSet<>();

    /** Reads a multirange such as {@code {[1,5),[7,8)}}; PostgreSQL always writes it in that form. */
    static Sequences read(String multirange) {
        Sequences sequences = new Sequences();
        String inner = multirange.substring(1, multirange.length() - 1);
        if (!inner.isEmpty()) {
            for (String range : inner.substring(1, inner.length() - 1).split("\\),\\[", -1)) {
                int comma = range.indexOf(',');
                sequences.ranges.put(
                        Long.parseLong(range.substring(0, comma)), Long.parseLong(range.substring(comma + 1)));
            }
        }
        return sequences;
    }

    /** Adds a number; false when it was there. */
    boolean add(long number) {
        Map.Entry<Long, Long> below = ranges.floorEntry(number);
        return (below == null || number >= below.getValue()) && added.add(number);
    }

    /** The numbers that {@link #add} was new for, as a multirange; empty text when there are none. */
    String added() {
        if (added.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("{");
        long first = added.first();
        long last = first;
        for (long number : added.tailSet(first, false)) {
            if (number != last + 1) {
                text.append('[').append(first).append(',').append(last + 1).append("),");
                first = number;
            }
            last = number;
        }
        return text.append('[')
                .append(first)
                .append(',')
                .append(last + 1)
                .append(")}")
                .toString();
    }
}
