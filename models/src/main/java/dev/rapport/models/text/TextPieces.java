package dev.rapport.models.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts a text into pieces and hashes them: single words, pairs of words, and runs of 3 to 5 UTF-16 units of each word with its
 * bounds. Letters are lower-cased; a run of one repeated mark ({@code !!!}) is a word of its own. The TypeScript scorer does the
 * same, unit by unit; {@code text-golden.json} holds both to it.
 */
public final class TextPieces {
    /** Buckets are numbers below two to this power. */
    public static final int BITS = 18;

    /** UTF-16 units of a text that are looked at; the rest is ignored. */
    public static final int LONGEST = 2_000;

    private static final int MASK = (1 << BITS) - 1;
    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_RUN = 5;

    private int[] buckets = new int[64];
    private int count;
    private int words;

    private TextPieces() {}

    /** The pieces of a text. */
    public static TextPieces of(String text) {
        TextPieces pieces = new TextPieces();
        pieces.cut(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return pieces;
    }

    /** Distinct buckets, ascending. */
    public int[] buckets() {
        return Arrays.stream(buckets, 0, count).sorted().distinct().toArray();
    }

    /** Words that have a letter or digit. */
    public int words() {
        return words;
    }

    private void cut(String raw) {
        String text = raw.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        String before = "^";
        int start = 0;
        int at = 0;
        Kind kind = Kind.SPACE;
        int last = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            Kind next = Kind.of(point);
            if (next != kind || next == Kind.MARK && point != last) {
                before = word(text.substring(start, at), kind, before);
                start = at;
            }
            kind = next;
            last = point;
            at += Character.charCount(point);
        }
        before = word(text.substring(start), kind, before);
        add(before + " $", 2);
    }

    private enum Kind {
        SPACE,
        WORD,
        MARK;

        static Kind of(int point) {
            if (point == '\'' || Character.isLetter(point) || Character.isDigit(point)) {
                return WORD;
            }
            return point <= ' ' || Character.isSpaceChar(point) ? SPACE : MARK;
        }
    }

    /** Adds a word's pieces; returns what stands before the next one. */
    private String word(String word, Kind kind, String before) {
        if (kind == Kind.SPACE || word.isEmpty()) {
            return before;
        }
        words += kind == Kind.WORD ? 1 : 0;
        add(word, 1);
        add(before + " " + word, 2);
        String bound = "<" + word + ">";
        for (int run = SHORTEST_RUN; run <= LONGEST_RUN; run++) {
            for (int from = 0; from + run <= bound.length(); from++) {
                add(bound.substring(from, from + run), 3);
            }
        }
        return word;
    }

    /** FNV-1a over UTF-16 units with a final mix of bits, apart for each kind of piece. */
    private void add(String piece, int kind) {
        int hash = kind * 0x9E3779B1;
        for (int i = 0; i < piece.length(); i++) {
            hash = (hash ^ piece.charAt(i)) * 16_777_619;
        }
        hash = (hash ^ hash >>> 15) * 0x85EBCA6B;
        hash ^= hash >>> 13;
        if (count == buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * count);
        }
        buckets[count++] = hash & MASK;
    }
}
