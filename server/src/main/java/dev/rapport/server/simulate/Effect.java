package dev.rapport.server.simulate;

/** The truth that the simulation plays, so that a report can be held against it. All values are probabilities. */
final class Effect {
    /** A calm visitor orders. */
    static final double CALM_ORDERS = 0.40;

    /** A struggling visitor orders without help, and after closing or passing over a hint. */
    static final double STRUGGLING_ORDERS = 0.15;

    /** A struggling visitor orders who did what the hint said. */
    static final double HELPED_ORDERS = 0.40;

    /** A visitor who sees a hint does what it says. */
    static final double FOLLOWS = 0.60;

    /** A visitor who sees a hint closes it; the others pass it over. */
    static final double DISMISSES = 0.25;

    private Effect() {}

    /** Share of orders among struggling visitors to whom a hint is shown. */
    static double shownOrders() {
        return FOLLOWS * HELPED_ORDERS + (1 - FOLLOWS) * STRUGGLING_ORDERS;
    }
}
