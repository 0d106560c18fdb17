package dev.rapport.feature;

/** How much something counts by its age: {@code 0.5^(age / 8 s)}, so that what happened 8 s ago counts half. */
final class Recency {
    private static final double HALF_LIFE_SECONDS = 8;
    private static final double[] WEIGHTS = new double[Window.SECONDS];

    static {
        for (int age = 0; age < WEIGHTS.length; age++) {
            WEIGHTS[age] = Math.pow(0.5, age / HALF_LIFE_SECONDS);
        }
    }

    private Recency() {}

    /** Weight of an age in whole seconds; 0 beyond the window. */
    static double weight(int age) {
        return age >= 0 && age < WEIGHTS.length ? WEIGHTS[age] : 0;
    }
}
