package dev.rapport.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Deterministic assignment by GrowthBook's published hash, so that assignments agree with its SDKs. Hashes UTF-16 code units as
 * the JavaScript SDK does.
 *
 * <pre>
 *   fnv(s): h = 0x811c9dc5; for each code unit c: h = (h xor c) * 0x01000193 mod 2^32
 *   v2: fnv(decimal(fnv(seed + value))) mod 10000 / 10000
 *   v1: fnv(value + seed) mod 1000 / 1000            (biased; kept for namespaces)
 * </pre>
 */
public final class Bucketing {
    private Bucketing() {}

    /**
     * A share of the unit interval.
     *
     * @param start inclusive
     * @param end exclusive
     */
    public record Range(double start, double end) {
        /** True when {@code n} lies in it. */
        public boolean holds(double n) {
            return n >= start && n < end;
        }
    }

    /**
     * Where a unit falls in [0, 1).
     *
     * @param seed of the experiment
     * @param value the unit's id
     * @param version 1 or 2; anything else gives no place
     */
    public static OptionalDouble hash(String seed, String value, int version) {
        return switch (version) {
            case 2 -> OptionalDouble.of(fnv(Integer.toUnsignedString(fnvBits(seed + value))) % 10_000 / 10_000.0);
            case 1 -> OptionalDouble.of(fnv(value + seed) % 1_000 / 1_000.0);
            default -> OptionalDouble.empty();
        };
    }

    private static long fnv(String text) {
        return Integer.toUnsignedLong(fnvBits(text));
    }

    private static int fnvBits(String text) {
        int h = 0x811c9dc5;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x01000193;
        }
        return h;
    }

    /** {@code n} equal weights; none for {@code n < 1}. */
    public static double[] equalWeights(int n) {
        double[] weights = new double[Math.max(0, n)];
        Arrays.fill(weights, n < 1 ? 0 : 1.0 / n);
        return weights;
    }

    /**
     * The share of each variation.
     *
     * @param variations how many
     * @param coverage share of everybody who takes part; clamped to [0, 1]
     * @param weights null, of another length, or adding up to outside [0.99, 1.01]: equal ones are used
     */
    public static List<Range> ranges(int variations, double coverage, double @Nullable [] weights) {
        double covered = Math.max(0, Math.min(1, coverage));
        double[] used = weights;
        if (used == null || used.length != variations || !addsUp(used)) {
            used = equalWeights(variations);
        }
        List<Range> ranges = new ArrayList<>(variations);
        double start = 0;
        for (double weight : used) {
            ranges.add(new Range(start, start + covered * weight));
            start += weight;
        }
        return ranges;
    }

    private static boolean addsUp(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return sum >= 0.99 && sum <= 1.01;
    }

    /** Index of the range that holds {@code n}, or -1. */
    public static int choose(double n, List<Range> ranges) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).holds(n)) {
                return i;
            }
        }
        return -1;
    }

    /** True when {@code value} falls in the part of a namespace from {@code start} to {@code end}; for mutual exclusion. */
    public static boolean inNamespace(String value, String namespace, double start, double end) {
        return new Range(start, end).holds(hash("__" + namespace, value, 1).orElseThrow());
    }

    /**
     * The variation that an address forces for quality assurance.
     *
     * @param experiment key of the query parameter
     * @param address with a query, such as {@code https://shop.example/?banner=1}
     * @param variations how many there are
     * @return an index below {@code variations}, or -1
     */
    public static int queryOverride(String experiment, String address, int variations) {
        int question = address.indexOf('?');
        if (question < 0) {
            return -1;
        }
        String query = address.substring(question + 1);
        int fragment = query.indexOf('#');
        for (String pair : (fragment < 0 ? query : query.substring(0, fragment)).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equals(experiment)) {
                String value = pair.substring(equals + 1);
                if (!value.matches("\\d{1,6}")) {
                    return -1;
                }
                int index = Integer.parseInt(value);
                return index < variations ? index : -1;
            }
        }
        return -1;
    }
}
