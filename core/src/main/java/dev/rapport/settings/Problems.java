package dev.rapport.settings;

import dev.rapport.settings.InvalidSettingsException.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects problems with their paths while settings are checked. */
final class Problems {
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final List<Problem> found = new ArrayList<>();

    List<Problem> found() {
        return List.copyOf(found);
    }

    void add(String path, String message) {
        found.add(new Problem(path, message));
    }

    void unless(boolean fine, String path, String message) {
        if (!fine) {
            add(path, message);
        }
    }

    void kebab(String path, String value, int longest) {
        unless(
                KEBAB.matcher(value).matches() && value.length() <= longest,
                path,
                "'" + shortened(value) + "' is not kebab-case (like coupon-help) of 1 to " + longest + " characters");
    }

    void text(String path, String value, int shortest, int longest) {
        int length = value.codePointCount(0, value.length());
        if (length < shortest || (shortest > 0 && value.isBlank())) {
            add(path, "must not be empty");
        } else if (length > longest) {
            add(path, "has " + length + " characters; at most " + longest + " are allowed");
        }
        if (value.chars().anyMatch(c -> (c < ' ' && c != '\n') || c == 0x7f) || brokenSurrogate(value)) {
            add(path, "has control or broken characters; remove them");
        }
    }

    void range(String path, double value, double from, double to) {
        unless(value >= from && value <= to, path, number(value) + " is outside " + number(from) + " to " + number(to));
    }

    void unique(String path, Collection<String> ids, String field) {
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (String id : ids) {
            unless(seen.add(id), path + "[" + index + "]." + field, "'" + shortened(id) + "' is there twice");
            index++;
        }
    }

    void atMost(String path, Collection<?> values, int limit) {
        unless(values.size() <= limit, path, "has " + values.size() + " entries; at most " + limit + " are allowed");
    }

    static String shortened(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : "" + value;
    }

    private static boolean brokenSurrogate(String value) {
        return value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
