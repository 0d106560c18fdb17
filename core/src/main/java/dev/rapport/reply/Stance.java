package dev.rapport.reply;

import java.util.Locale;

/** How to answer. */
public enum Stance {
    /** As usual: nothing stands out, or too little is known. */
    GO_ON,
    /** Say first that it did not work, then answer. */
    ACKNOWLEDGE,
    /** Answer in other, plainer words, with an example. */
    CLARIFY,
    /** One short step at a time, and time to answer. */
    SLOW_DOWN,
    /** Offer a person. */
    HAND_OVER;

    /** The word in the API, for example {@code slow_down}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
