package dev.rapport.settings;

import java.util.ArrayDeque;
import java.util.Deque;

/** Checks globs and CSS selectors for mistakes that would make them never match or reach too far. */
final class PatternCheck {
    private static final int LONGEST_GLOB = 160;
    private static final int LONGEST_SELECTOR = 200;

    private PatternCheck() {}

    static void pageGlob(String path, String glob, Problems problems) {
        glob(path, glob, problems);
        problems.unless(
                glob.startsWith("/") || glob.startsWith("*"),
                path,
                "must start with / or *, as page paths start with /");
        problems.unless(
                glob.indexOf('?') < 0 && glob.indexOf('#') < 0,
                path,
                "page paths have no query or fragment; leave it out");
    }

    static void glob(String path, String glob, Problems problems) {
        problems.text(path, glob, 1, LONGEST_GLOB);
        problems.unless(!glob.contains("***"), path, "use * or **, not more stars");
        problems.unless(glob.chars().noneMatch(Character::isWhitespace), path, "must not hold blanks");
    }

    static void selector(String path, String css, Problems problems) {
        problems.text(path, css, 1, LONGEST_SELECTOR);
        if (css.chars().anyMatch(c -> "{};<@\n".indexOf(c) >= 0) || css.contains("/*")) {
            problems.add(path, "is not a plain CSS selector; characters such as { } ; < @ are not allowed");
        } else if (!balanced(css)) {
            problems.add(path, "has an unclosed bracket or quote");
        } else if (css.strip().startsWith(",")
                || css.strip().endsWith(",")
                || css.strip().endsWith(">")) {
            problems.add(path, "starts or ends with a combinator; something is missing there");
        }
    }

    private static boolean balanced(String css) {
        Deque<Character> open = new ArrayDeque<>();
        char quote = 0;
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[') {
                open.push(c);
            } else if (c == ')' || c == ']') {
                if (open.isEmpty() || open.pop() != (c == ')' ? '(' : '[')) {
                    return false;
                }
            }
        }
        return open.isEmpty() && quote == 0;
    }
}
