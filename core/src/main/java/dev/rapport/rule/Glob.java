package dev.rapport.rule;

/**
 * Matches a text against a pattern in which {@code *} stands for any characters but a slash and {@code **} for any. Takes at
 * most (pattern length × text length) steps: a slash pins down the stars before it, so only the last {@code *} and the last
 * {@code **} can ever have to take in more.
 */
public final class Glob {
    private static final int NONE = -1;

    private Glob() {}

    /** True when the whole of {@code text} matches. */
    public static boolean matches(String glob, String text) {
        int g = 0;
        int t = 0;
        int star = NONE;
        int starEnd = 0;
        int any = NONE;
        int anyEnd = 0;
        while (true) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                if (g + 1 < glob.length() && glob.charAt(g + 1) == '*') {
                    g += 2;
                    any = g;
                    anyEnd = t;
                    star = NONE;
                } else {
                    g++;
                    star = g;
                    starEnd = t;
                }
            } else if (t < text.length() && g < glob.length() && glob.charAt(g) == text.charAt(t)) {
                g++;
                t++;
            } else if (t == text.length() && g == glob.length()) {
                return true;
            } else if (star != NONE && starEnd < text.length() && text.charAt(starEnd) != '/') {
                g = star;
                t = ++starEnd;
            } else if (any != NONE && anyEnd < text.length()) {
                g = any;
                t = ++anyEnd;
                star = NONE;
            } else {
                return false;
            }
        }
    }
}
