package dev.rapport.feature;

/** One number of the feature vector. Placeholder list, to be replaced before any model is trained. */
public enum Feature {
    /** Recency-weighted rage clicks. */
    RAGE;

    /** Length of a feature vector. */
    public static final int COUNT = values().length;
}
