package dev.rapport.models.text;

import java.util.Locale;
import java.util.Set;

/**
 * What words can sound like; each is scored on its own, so several can be likely at once, or none. The names in brackets are the
 * GoEmotions categories that count as it (Demszky et al., ACL 2020).
 */
public enum TextLabel {
    /** Sounds frustrated (anger, annoyance, disappointment). */
    FRUSTRATION("anger", "annoyance", "disappointment"),
    /** Sounds lost (confusion). */
    CONFUSION("confusion"),
    /** Sounds thankful (gratitude). */
    GRATITUDE("gratitude"),
    /** Sounds sad (sadness). */
    SADNESS("sadness");

    private final Set<String> emotions;

    TextLabel(String... emotions) {
        this.emotions = Set.of(emotions);
    }

    /** GoEmotions categories that count as this. */
    public Set<String> emotions() {
        return emotions;
    }

    /** The word in files and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
