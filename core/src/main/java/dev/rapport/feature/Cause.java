package dev.rapport.feature;

/** Something that can raise a score. Names are unique over all causes: journals keep them. */
public interface Cause {
    /** The name in journals, unchanging. */
    String name();

    /** What it means, as a clause for people; continues "Because of …" or stands alone. */
    String plain();
}
