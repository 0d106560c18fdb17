package dev.rapport.experiment;

/**
 * The arm a visitor is in.
 *
 * @param experiment id; {@link #HOLDOUT} for the global holdout
 * @param variation key
 * @param control true when the visitor sees nothing
 * @param forced true when the query string chose it: never counted in reports
 */
public record Assignment(String experiment, String variation, boolean control, boolean forced) {
    /** Pseudo experiment id of the site's global holdout. */
    public static final String HOLDOUT = "holdout";
}
