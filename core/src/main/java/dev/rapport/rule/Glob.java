package dev.rapport.rule;

/** Matches a text against a pattern in which {@code *} stands for any characters but a slash and {@code **} for any. */
public final class Glob {
    private Glob() {}

    /** True when the whole of {@code text} matches. */
    public static boolean matches(String glob, String text) {
        return matches(glob, 0, text, 0);
    }

    private static boolean matches(String glob, int g, String text, int t) {
        while (g < glob.length()) {
            char c = glob.charAt(g);
            if (c != '*') {
                if (t == text.length() || text.charAt(t) != c) {
                    return false;
                }
                g++;
                t++;
                continue;
            }
            boolean any = g + 1 < glob.length() && glob.charAt(g + 1) == '*';
            int rest = g + (any ? 2 : 1);
            for (int end = t; end <= text.length(); end++) {
                if (matches(glob, rest, text, end)) {
                    return true;
                }
                if (end < text.length() && !any && text.charAt(end) == '/') {
                    return false;
                }
            }
            return false;
        }
        return t == text.length();
    }
}
