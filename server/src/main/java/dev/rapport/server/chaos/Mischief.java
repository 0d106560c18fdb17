package dev.rapport.server.chaos;

/** What a {@link FaultProxy} does to what passes through it. */
enum Mischief {
    /** Nothing. */
    NONE("passed on as it came"),
    /** Resets the connection at a random moment. */
    CUT("cut at random moments"),
    /** Holds each piece back, up to a fifth of a second. */
    DELAY("delayed by up to 200 ms"),
    /** Sends whole messages of the page twice. */
    DUPLICATE("messages sent twice"),
    /** Sends the second half of a message before the first. */
    REORDER("bytes out of order"),
    /** Turns over single bits. */
    CORRUPT("bits turned over"),
    /** Sends one byte at a time. */
    TRICKLE("one byte at a time");

    private final String words;

    Mischief(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
