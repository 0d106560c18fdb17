package dev.rapport.hint;

/** What a hint is for. The list is closed: selling, urgency, retention and consent requests have no place in it. */
public enum HintIntent {
    /** Says how something works or what went wrong. */
    EXPLAIN,
    /** Offers a way back. */
    UNDO,
    /** Makes the task smaller. */
    SIMPLIFY,
    /** Points to help or a shorter way. */
    SHORTCUT,
    /** Offers a person. */
    HUMAN,
    /** Keeps what was entered. */
    SAVE_PROGRESS,
    /** Takes time pressure away. */
    SLOW_DOWN,
    /** Asks how it went. */
    ASK
}
