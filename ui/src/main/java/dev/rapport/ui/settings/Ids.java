package dev.rapport.ui.settings;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Makes ids from names. */
public final class Ids {
    private static final int LONGEST = 50;

    private Ids() {}

    /** A kebab-case id for {@code name} that {@code taken} does not hold; {@code fallback} where the name has no letters. */
    public static String from(String name, String fallback, Collection<String> taken) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? fallback : plain.substring(0, Math.min(LONGEST, plain.length()));
        base = base.replaceAll("-+$", "");
        String id = base;
        for (int i = 2; taken.contains(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }
}
