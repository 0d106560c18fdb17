package dev.rapport.models.recording;

/**
 * A time in which the visitor struggled, as planned by the script and found true on the page.
 *
 * @param from seconds since the visit began: the first act that had no effect
 * @param to seconds since the visit began: solved, or given up
 * @param defect id of the planted defect
 * @param type kind of defect, for example {@code dead}
 * @param solved true when the visitor got through, false when giving up
 */
public record Truth(double from, double to, String defect, String type, boolean solved) {
    public Truth {
        if (!(from >= 0) || !(to >= from)) {
            throw new IllegalArgumentException("not an interval: " + from + " to " + to);
        }
    }
}
