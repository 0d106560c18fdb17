package dev.rapport.models.browser;

/**
 * What a page is shown on.
 *
 * @param width CSS pixels
 * @param height CSS pixels
 * @param touch finger instead of mouse, with the media queries of a phone
 * @param slowdown how many times slower the processor is, 1 = not slowed
 * @param latencyMs extra time of every request, 0 = none
 */
public record Screen(int width, int height, boolean touch, double slowdown, int latencyMs) {
    /** A laptop window. */
    public static final Screen LAPTOP = new Screen(1100, 760, false, 1, 0);
    /** A phone held upright. */
    public static final Screen PHONE = new Screen(412, 820, true, 1, 0);
}
