package dev.rapport.models.human;

/**
 * One kind of visitor. The numbers and their sources stand in {@code models/corpus/personas.json} and
 * {@code models/RATIONALE.md}.
 *
 * @param id for example {@code seventy-mouse}
 * @param input how the visitor operates the page
 * @param pointing how the hand moves
 * @param typing how text is entered
 * @param temper what the visitor does when the page does not answer
 * @param place screen, processor and network
 */
public record Persona(String id, Input input, Pointing pointing, Typing typing, Temper temper, Place place) {
    /** How the visitor operates the page. */
    public enum Input {
        /** Mouse or trackpad. */
        MOUSE,
        /** Finger on a phone. */
        TOUCH,
        /** Tab, arrows, Enter. */
        KEYBOARD,
        /** Keyboard with bursts of Tab, as with a screen reader. */
        READER,
        /** Keyboard commands at a slow, even beat, as with a switch. */
        SWITCH
    }

    /** How text gets into fields. */
    public enum Entry {
        /** Key by key. */
        KEYS,
        /** Phrase by phrase without keys. */
        DICTATION,
        /** Composed by an input method, two or three characters at a time. */
        COMPOSED,
        /** The browser fills fields in at once. */
        FILLED
    }

    /**
     * Movement.
     *
     * @param slowness factor on Fitts's-law time, 1 = young adult with a mouse
     * @param extraSubmovements mean number of corrections beyond the first movement
     * @param pauses mean number of rests over 100 ms in a movement
     * @param noise standard deviation of a movement's end as a share of its length
     * @param tremorPx amplitude of tremor, CSS pixels
     * @param tremorHz frequency of tremor
     * @param missRate share of clicks or taps that land beside the control
     * @param sampleHz pointer events a second
     */
    public record Pointing(
            double slowness,
            double extraSubmovements,
            double pauses,
            double noise,
            double tremorPx,
            double tremorHz,
            double missRate,
            int sampleHz) {}

    /**
     * Text entry.
     *
     * @param entry how
     * @param gapMs median time between two keys
     * @param spread standard deviation of the logarithm of that time
     * @param wordPause chance of a long pause inside a word
     * @param typoRate wrong keys per character
     * @param readingWpm words read a minute
     */
    public record Typing(
            Entry entry, double gapMs, double spread, double wordPause, double typoRate, double readingWpm) {}

    /**
     * Reaction to a page that does not answer.
     *
     * @param patienceMs how long the visitor waits for an effect before acting again
     * @param clickGapMs time between clicks in a burst
     * @param burst chance that a reaction is a burst of clicks rather than one more try
     * @param search chance that the visitor looks around the page between tries
     * @param rounds tries before giving up
     */
    public record Temper(double patienceMs, double clickGapMs, double burst, double search, int rounds) {}

    /**
     * Surroundings.
     *
     * @param slowdown processor slow-down factor, 1 = none
     * @param latencyMs extra network latency, 0 = none
     */
    public record Place(double slowdown, int latencyMs) {}

    /** The same visitor with another tremor. */
    public Persona shaking(double amplitudePx, double hertz) {
        Pointing shaking = new Pointing(
                pointing.slowness(),
                pointing.extraSubmovements(),
                pointing.pauses(),
                pointing.noise(),
                amplitudePx,
                hertz,
                pointing.missRate(),
                pointing.sampleHz());
        return new Persona(id, input, shaking, typing, temper, place);
    }
}
