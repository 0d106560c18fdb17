package dev.rapport.hint;

import java.util.Map;

/**
 * Something that a visitor may be shown.
 *
 * @param id kebab-case, unique in the site, at most 60 characters
 * @param name for the console
 * @param kind its form
 * @param intent what it is for
 * @param anchor where it belongs
 * @param action what its button does
 * @param texts language tag, lower-cased, to text; always holds the site's default language
 */
public record Hint(
        String id,
        String name,
        HintKind kind,
        HintIntent intent,
        Anchor anchor,
        Action action,
        Map<String, HintText> texts) {
    public Hint {
        texts = Map.copyOf(texts);
    }

    /**
     * The text for a visitor: the exact tag, then its primary language, then {@code fallback}.
     *
     * @param language BCP 47 tag of the visitor
     * @param fallback the site's default language, which {@link #texts} holds
     */
    public HintText text(String language, String fallback) {
        String tag = language.toLowerCase(java.util.Locale.ROOT);
        HintText exact = texts.get(tag);
        if (exact != null) {
            return exact;
        }
        int dash = tag.indexOf('-');
        HintText primary = texts.get(dash < 0 ? tag : tag.substring(0, dash));
        HintText last = primary != null ? primary : texts.get(fallback);
        if (last == null) {
            throw new IllegalStateException("hint " + id + " has no text in " + fallback);
        }
        return last;
    }
}
