package dev.rapport.models.corpus;

/** How a visitor operates a page; one implementation a device. Times are milliseconds since the visit began. */
interface Hands {
    /**
     * Activates a control.
     *
     * @param times how often, at a quick even pace
     * @param gapMs median time between two activations
     * @return when the first activation happened, and how many misses came before it
     */
    Act press(String selector, int times, double gapMs);

    /** Puts the focus into a field, as the device does it. */
    void focus(String selector);

    /** Brings an element into view. */
    void reach(String selector);

    /** Looks around for a while without doing anything to the page. */
    void wander(double millis);

    /** Scrolls by so many CSS pixels, down if positive. */
    void scroll(double pixels);

    /** Selects the text of an element. */
    void select(String selector);

    /** Drags from an element to the right. */
    void drag(String selector);

    /** Presses in the middle of an element, drags by so many CSS pixels, releases. */
    void dragBy(String selector, double dx, double dy);

    /** Goes to an element without a click. */
    void hover(String selector);

    /** Shakes the pointer fast to and fro, where there is one. */
    void shake(double seconds);

    /** Activates something harmless beside an element, as people do in search of the right spot. */
    void pressNear(String selector);

    /**
     * An activation.
     *
     * @param atMs when
     * @param misses activations beside the control that came before
     * @param firstMissMs when the first of them was, or {@code atMs}
     */
    record Act(double atMs, int misses, double firstMissMs) {}
}
