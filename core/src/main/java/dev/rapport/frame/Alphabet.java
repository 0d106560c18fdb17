package dev.rapport.frame;

/** The characters that a text on the wire may have. */
interface Alphabet {
    boolean has(char c);

    private static boolean word(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    static boolean identifier(char c) {
        return word(c) || c == '_';
    }

    /** A visit's id, or its name and token with a point between them. */
    static boolean claim(char c) {
        return identifier(c) || c == '.';
    }

    static boolean language(char c) {
        return word(c);
    }

    static boolean element(char c) {
        return identifier(c) || "#.:/@=>()[]".indexOf(c) >= 0;
    }

    /** What browsers leave as it is in a path, and nothing that starts a query or fragment. */
    static boolean path(char c) {
        return identifier(c) || "/.:~%!$&'()*+,;=@[]{}|^".indexOf(c) >= 0;
    }

    static boolean name(char c) {
        return c >= ' ' && c != 0x7f && !Character.isSurrogate(c) && !Character.isISOControl(c);
    }
}
